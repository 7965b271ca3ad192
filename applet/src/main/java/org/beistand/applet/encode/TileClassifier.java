package org.beistand.applet.encode;

import java.util.Arrays;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Raster;

/**
 * "What is this tile?", from up to every eighth row of it: how many of its pixels are what their neighbours or a colour
 * before would foretell, and how much of it its most frequent colour has. Letters have much ground even where they are
 * smoothed, photographs have none. One thread at a time.
 */
final class TileClassifier {

    private static final int ROWS_BETWEEN = 8;

    /** Of these rows, those that are read first: a multiple. */
    private static final int FIRST_ROWS_BETWEEN = 32;

    /** What the first rows say so many times over, the others need not say. */
    private static final int BEYOND_DOUBT = 2;

    /** Colours are counted in so many places; of two that share one the frequent one stays. */
    private static final int PLACES = 256;

    /** Hundredths of a byte that a pixel of a photograph costs without loss, at least. */
    private static final int LEAST_COST = 75;

    /** Hundredths of a photograph's pixels that have its most frequent colour, at most. */
    private static final int MOST_OF_ONE_COLOUR = 20;

    private static final int SMALL_DIFFERENCE = 2;

    /** Bytes of a pixel without loss, roughly: known from a neighbour, a small difference, another one, a new colour. */
    private static final int COST_SMALL = 1;

    private static final int COST_LARGER = 2;
    private static final int COST_NEW = 4;

    private static final int LARGER_DIFFERENCE = 24;

    private final int[] colours = new int[PLACES];
    private final int[] counts = new int[PLACES];
    private int samples;
    private long cost;

    /** @param tile not empty; what it is looks the same wherever it lies and whatever is around it */
    TileKind kindOf(Raster screen, Area tile) {
        Arrays.fill(counts, 0);
        samples = 0;
        cost = 0;
        int first = Math.min(ROWS_BETWEEN / 2, tile.height() - 1);
        for (int row = first; row < tile.height(); row += FIRST_ROWS_BETWEEN) {
            read(screen, tile, row);
        }
        if (isPhoto(BEYOND_DOUBT)) {
            return TileKind.PHOTO;
        }
        for (int row = first; row < tile.height(); row += ROWS_BETWEEN) {
            if ((row - first) % FIRST_ROWS_BETWEEN != 0) {
                read(screen, tile, row);
            }
        }
        if (mostOfOneColour() == samples && cost == 0) {
            return TileKind.FLAT;
        }
        return isPhoto(1) ? TileKind.PHOTO : TileKind.TEXT;
    }

    private boolean isPhoto(int times) {
        return cost * 100 >= (long) samples * LEAST_COST * times
                && mostOfOneColour() * 100 * times <= samples * MOST_OF_ONE_COLOUR;
    }

    private int mostOfOneColour() {
        int most = 0;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        return most;
    }

    private void read(Raster screen, Area tile, int row) {
        int[] pixels = screen.pixels();
        int start = (tile.y() + row) * screen.stride() + tile.x();
        boolean hasAbove = row > 0;
        int left = pixels[start] & 0xFFFFFF;
        for (int index = start; index < start + tile.width(); index++) {
            int pixel = pixels[index] & 0xFFFFFF;
            int place = (pixel * 0x9E3779B1) >>> 24;
            boolean known = counts[place] > 0 && colours[place] == pixel;
            if (pixel != left && !(hasAbove && (pixels[index - screen.stride()] & 0xFFFFFF) == pixel)) {
                cost += known ? COST_SMALL : costOf(pixel, left);
            }
            if (known) {
                counts[place]++;
            } else if (--counts[place] <= 0) {
                colours[place] = pixel;
                counts[place] = 1;
            }
            left = pixel;
        }
        samples += tile.width();
    }

    private static int costOf(int pixel, int left) {
        int difference = Math.max(
                Math.abs((pixel >> 16) - (left >> 16)),
                Math.max(Math.abs((pixel >> 8 & 0xFF) - (left >> 8 & 0xFF)), Math.abs((pixel & 0xFF) - (left & 0xFF))));
        return difference <= SMALL_DIFFERENCE ? COST_SMALL : difference <= LARGER_DIFFERENCE ? COST_LARGER : COST_NEW;
    }
}
