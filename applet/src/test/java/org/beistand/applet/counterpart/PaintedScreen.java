package org.beistand.applet.counterpart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.beistand.applet.platform.video.Vp8Reader;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.picture.PictureReader;
import org.beistand.engine.wire.screen.ScreenLayout;

/** What a viewer shows: the pictures that came, painted one over the other. */
public final class PaintedScreen implements AutoCloseable {

    private final Vp8Reader films = new Vp8Reader();
    private final PictureReader reader = new PictureReader(this::decode, this::film);
    private int width;
    private int height;
    private int[] pixels = {};
    private int photographs;
    private int pictures;

    synchronized void lay(ScreenLayout layout) {
        width = layout.getWidth();
        height = layout.getHeight();
        pixels = new int[width * height];
    }

    synchronized PictureReader.Painted paint(Frame frame) {
        if (frame.header().has(FrameHeader.FULL)) {
            reader.begin();
        }
        return reader.paint(frame.payload(), width, height, pixels);
    }

    /** 0xRRGGBB of what the viewer shows at this pixel; -1 beyond it. */
    public synchronized int pixel(int x, int y) {
        return x < width && y < height ? pixels[y * width + x] & 0xffffff : -1;
    }

    /** How many came with loss. */
    public synchronized int photographs() {
        return photographs;
    }

    /** How many pictures of films came. */
    public synchronized int films() {
        return pictures;
    }

    private int[] film(byte[] frame, boolean key, int partWidth, int partHeight) {
        pictures++;
        return films.decode(frame, key, partWidth, partHeight);
    }

    private int[] decode(byte[] jpeg, int partWidth, int partHeight) {
        photographs++;
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
            return image.getRGB(0, 0, partWidth, partHeight, null, 0, partWidth);
        } catch (IOException damaged) {
            throw new AssertionError(damaged);
        }
    }

    public synchronized int width() {
        return width;
    }

    public synchronized int height() {
        return height;
    }

    @Override
    public void close() {
        reader.close();
        films.close();
    }
}
