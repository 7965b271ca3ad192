package org.beistand.systemtests.desktop;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** Compares pictures pixel by pixel and finds areas of one colour in them. */
public final class Pictures {
    private static final int RGB = 0xFF_FF_FF;

    private Pictures() {}

    /** Empty when both show exactly the same; else where and how much they differ, in words. */
    public static Optional<String> difference(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return Optional.of(size(one) + " against " + size(other));
        }
        Rectangle where = new Rectangle(-1, -1);
        int pixels = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (((one.getRGB(x, y) ^ other.getRGB(x, y)) & RGB) != 0) {
                    where.add(new Rectangle(x, y, 1, 1));
                    pixels++;
                }
            }
        }
        return pixels == 0 ? Optional.empty() : Optional.of(pixels + " pixels differ within " + where);
    }

    /** The smallest rectangle with all pixels of exactly this colour (0xRRGGBB); empty when there is none. */
    public static Optional<Rectangle> area(BufferedImage picture, int colour) {
        Rectangle where = new Rectangle(-1, -1);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & RGB) == colour) {
                    where.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return Optional.of(where).filter(found -> !found.isEmpty());
    }

    private static String size(BufferedImage picture) {
        return picture.getWidth() + "x" + picture.getHeight();
    }
}
