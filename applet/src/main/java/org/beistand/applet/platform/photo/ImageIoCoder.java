package org.beistand.applet.platform.photo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.CoderFacts;
import org.beistand.engine.protocol.picture.PhotoCoder;
import org.beistand.engine.protocol.picture.Raster;

/** JPEG by Java's own means: everywhere, at more than twice the time. */
final class ImageIoCoder implements PhotoCoder {

    private static final Logger LOG = Logger.getLogger(ImageIoCoder.class.getName());
    private static final CoderFacts FACTS = new CoderFacts("jpeg by Java", false, 10.0);
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("jpeg").next();
    private final ImageWriteParam quality = writer.getDefaultWriteParam();

    ImageIoCoder() {
        quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        quality.setCompressionQuality(JpegPhotos.QUALITY / 100f);
    }

    @Override
    public CoderFacts facts() {
        return FACTS;
    }

    @Override
    public ByteBuffer encode(Raster screen, Area area) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(screen, area), null, null), quality);
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "a photograph goes without loss", failed);
            return NOTHING;
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    /** Three bytes a pixel: anything else is converted pixel by pixel. */
    private static BufferedImage image(Raster screen, Area area) {
        BufferedImage image = new BufferedImage(area.width(), area.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int at = 0;
        for (int row = area.y(); row < area.y() + area.height(); row++) {
            int start = row * screen.stride() + area.x();
            for (int index = start; index < start + area.width(); index++) {
                int pixel = screen.pixels()[index];
                bytes[at] = (byte) pixel;
                bytes[at + 1] = (byte) (pixel >> 8);
                bytes[at + 2] = (byte) (pixel >> 16);
                at += 3;
            }
        }
        return image;
    }

    @Override
    public void close() {
        writer.dispose();
    }
}
