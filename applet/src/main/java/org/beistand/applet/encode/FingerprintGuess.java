package org.beistand.applet.encode;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.beistand.applet.encode.MotionFinder.Vector;
import org.beistand.engine.protocol.picture.Area;

/**
 * Guesses any vector. Small patches (16 pixels of 3 rows) are remembered by a hash, but only at places that the content
 * itself chooses, so that the same content chooses the same places wherever it went. Patches that occur twice, as letters
 * do, say nothing.
 */
final class FingerprintGuess implements MotionFinder.VectorGuess {

    private static final int LENGTH = 16;
    private static final int ROWS = 3;
    private static final int BASE = 0x01000193;
    private static final int BASE_TO_LENGTH = power(BASE, LENGTH);

    /** One place of 64 is chosen, by the upper bits of its hash. */
    private static final int CHOSEN = 63 << 24;

    /** Rows of the new picture that are looked up. */
    private static final int QUERY_ROWS = 32;

    private static final int LEAST_VOTES = 6;
    private static final int TABLE = 1 << 14;
    private static final int FREE = -1;
    private static final int AMBIGUOUS = -2;

    private final int[] before;
    private final int width;
    private final int[] keys = new int[TABLE];
    private final int[] places = new int[TABLE];

    FingerprintGuess(int[] before, int width) {
        this.before = before;
        this.width = width;
    }

    private static int power(int base, int exponent) {
        int result = 1;
        for (int count = 0; count < exponent; count++) {
            result *= base;
        }
        return result;
    }

    @FunctionalInterface
    private interface Chosen {
        void at(int index, int fingerprint);
    }

    @Override
    public Optional<Vector> guess(Area region, FreshRows now) {
        if (region.width() <= LENGTH || region.height() <= ROWS) {
            return Optional.empty();
        }
        Arrays.fill(places, FREE);
        int bottom = region.y() + region.height() - ROWS;
        int[] entered = {0};
        for (int y = region.y(); y <= bottom && entered[0] < TABLE / 2; y++) {
            int start = y * width + region.x();
            scan(before, start, region.width(), width, (index, fingerprint) -> {
                entered[0]++;
                int slot = slot(fingerprint);
                places[slot] = places[slot] == FREE ? index : AMBIGUOUS;
                keys[slot] = fingerprint;
            });
        }
        Map<Vector, Integer> votes = new HashMap<>();
        int step = Math.max(1, region.height() / QUERY_ROWS);
        int[] rows = new int[ROWS * region.width()];
        for (int y = region.y() + step / 2; y <= bottom; y += step) {
            for (int row = 0; row < ROWS; row++) {
                now.read(y + row, region.x(), region.x() + region.width(), rows, row * region.width());
            }
            int from = y * width + region.x();
            scan(rows, 0, region.width(), region.width(), (index, fingerprint) -> {
                int was = places[slot(fingerprint)];
                int is = from + index;
                if (was >= 0 && was != is) {
                    votes.merge(new Vector(is % width - was % width, is / width - was / width), 1, Integer::sum);
                }
            });
        }
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(best -> best.getValue() >= LEAST_VOTES)
                .map(Map.Entry::getKey);
    }

    private static void scan(int[] pixels, int start, int count, int stride, Chosen chosen) {
        int end = start + count - LENGTH;
        int hash = 0;
        for (int index = start; index < start + LENGTH; index++) {
            hash = hash * BASE + pixels[index];
        }
        for (int index = start; ; index++) {
            if ((hash & CHOSEN) == 0 && pixels[index] != pixels[index + LENGTH / 2]) {
                chosen.at(index, fingerprint(pixels, index, stride, hash));
            }
            if (index == end) {
                return;
            }
            hash = hash * BASE + pixels[index + LENGTH] - pixels[index] * BASE_TO_LENGTH;
        }
    }

    private static int fingerprint(int[] pixels, int start, int stride, int firstRow) {
        int hash = firstRow;
        for (int row = 1; row < ROWS; row++) {
            for (int index = start + row * stride, end = index + LENGTH; index < end; index++) {
                hash = hash * BASE + pixels[index];
            }
        }
        return hash;
    }

    private int slot(int fingerprint) {
        int slot = fingerprint * 0x9E3779B9 >>> 10 & TABLE - 1;
        while (places[slot] != FREE && keys[slot] != fingerprint) {
            slot = slot + 1 & TABLE - 1;
        }
        return slot;
    }
}
