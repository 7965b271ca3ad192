package org.beistand.applet.encode;

import java.util.Arrays;
import java.util.Optional;
import org.beistand.applet.encode.MotionFinder.Vector;
import org.beistand.engine.protocol.picture.Area;

/** Guesses how far a page was scrolled: rows of a few narrow strips are looked up among the rows that were there. */
final class VerticalGuess implements MotionFinder.VectorGuess {

    private static final int STRIP = 64;
    private static final int MOST_STRIPS = 4;

    /** Rows that agree before the guess is worth its check. */
    private static final int LEAST_VOTES = 8;

    private static final int FLAT = 0;
    private static final int AMBIGUOUS = -2;
    private static final int FREE = -1;

    private final int[] before;
    private final int width;
    private final int[] line = new int[STRIP];

    VerticalGuess(int[] before, int width) {
        this.before = before;
        this.width = width;
    }

    @Override
    public Optional<Vector> guess(Area region, FreshRows now) {
        int strips = Math.max(1, region.width() / STRIP);
        int[] votes = new int[2 * region.height() + 1];
        RowTable table = new RowTable(region.height());
        for (int strip = 0; strip < Math.min(strips, MOST_STRIPS); strip++) {
            int x = region.x() + strip * strips / Math.min(strips, MOST_STRIPS) * STRIP;
            vote(region, x, Math.min(STRIP, width - x), now, table, votes);
        }
        int best = region.height();
        for (int index = 0; index < votes.length; index++) {
            if (index != region.height() && votes[index] > votes[best]) {
                best = index;
            }
        }
        return votes[best] < LEAST_VOTES || best == region.height()
                ? Optional.empty()
                : Optional.of(new Vector(0, best - region.height()));
    }

    private void vote(Area region, int x, int length, FreshRows now, RowTable table, int[] votes) {
        table.clear();
        for (int row = 0; row < region.height(); row++) {
            table.put(hash(before, (region.y() + row) * width + x, length), row);
        }
        for (int row = 0; row < region.height(); row++) {
            now.read(region.y() + row, x, x + length, line, 0);
            int was = table.get(hash(line, 0, length));
            if (was >= 0 && was != row) {
                votes[row - was + region.height()]++;
            }
        }
    }

    /** Two sums beside each other: twice as fast as one. @return {@link #FLAT} for a row of one colour */
    private static int hash(int[] pixels, int start, int length) {
        int even = 1;
        int odd = 7;
        int differing = 0;
        int first = pixels[start];
        int index = start;
        for (int end = start + length - 1; index < end; index += 2) {
            even = even * 0x01000193 + pixels[index];
            odd = odd * 0x01000193 + pixels[index + 1];
            differing |= pixels[index] ^ first | pixels[index + 1] ^ first;
        }
        return differing == 0 ? FLAT : (even ^ Integer.rotateLeft(odd, 15)) | 1;
    }

    /** Row by hash; rows that occur twice are none. */
    private static final class RowTable {
        private final int mask;
        private final int[] keys;
        private final int[] rows;

        RowTable(int mostRows) {
            int size = Integer.highestOneBit(mostRows) * 4;
            mask = size - 1;
            keys = new int[size];
            rows = new int[size];
        }

        void clear() {
            Arrays.fill(rows, FREE);
        }

        void put(int hash, int row) {
            if (hash != FLAT) {
                int slot = slot(hash);
                rows[slot] = rows[slot] == FREE ? row : AMBIGUOUS;
                keys[slot] = hash;
            }
        }

        int get(int hash) {
            return hash == FLAT ? FREE : rows[slot(hash)];
        }

        private int slot(int hash) {
            int slot = hash * 0x9E3779B9 >>> 8 & mask;
            while (rows[slot] != FREE && keys[slot] != hash) {
                slot = slot + 1 & mask;
            }
            return slot;
        }
    }
}
