package org.beistand.engine.protocol.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** JPEG by Java, both ways; and something to code. */
public final class JavaPhotos implements PhotoCoder {

    @Override
    public CoderFacts facts() {
        return new CoderFacts("jpeg by Java", false, 10);
    }

    @Override
    public ByteBuffer encode(Raster screen, Area area) {
        BufferedImage image = new BufferedImage(area.width(), area.height(), BufferedImage.TYPE_INT_RGB);
        int offset = area.y() * screen.stride() + area.x();
        image.setRGB(0, 0, area.width(), area.height(), screen.pixels(), offset, screen.stride());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    /** A {@link PhotoDecoder}. */
    public static int[] decode(byte[] jpeg, int width, int height) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
            return image.getRGB(0, 0, width, height, null, 0, width);
        } catch (IOException | RuntimeException damaged) {
            return new int[0];
        }
    }

    @Override
    public void close() {}

    /** Soft light with a little grain, opaque. */
    public static int[] photograph(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] pixels = new int[width * height];
        for (int index = 0; index < pixels.length; index++) {
            int x = index % width * 255 / width;
            int y = index / width * 255 / height;
            int light = (int) (60 * Math.sin((x + seed) / 17.0) * Math.cos(y / 23.0)) + 100 + random.nextInt(5);
            pixels[index] = 0xFF000000 | light << 16 | (light + y / 4) << 8 | (light + x / 4);
        }
        return pixels;
    }

    /** The largest difference of any channel of any pixel. */
    public static int difference(int[] one, int[] other) {
        int most = 0;
        for (int index = 0; index < one.length; index++) {
            for (int shift = 0; shift < 24; shift += 8) {
                most = Math.max(most, Math.abs((one[index] >> shift & 0xFF) - (other[index] >> shift & 0xFF)));
            }
        }
        return most;
    }
}
