package org.beistand.applet.encode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Move;

/** Which pixels of a screen are meant: one bit for each, a quarter of a megabyte for 1920x1080. One thread at a time. */
final class ChangeMap {

    private final int width;
    private final int height;
    private final int wordsPerRow;
    private final long[] bits;

    ChangeMap(int width, int height) {
        this.width = width;
        this.height = height;
        this.wordsPerRow = (width + Long.SIZE - 1) / Long.SIZE;
        this.bits = new long[wordsPerRow * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Marks the pixels of a row from {@code from} to before {@code to}. */
    void mark(int row, int from, int to) {
        for (int x = from; x < to; ) {
            int length = Math.min(to - x, Long.SIZE - x % Long.SIZE);
            bits[row * wordsPerRow + x / Long.SIZE] |= ones(length) << x % Long.SIZE;
            x += length;
        }
    }

    private void unmark(int row, int from, int to) {
        for (int x = from; x < to; ) {
            int length = Math.min(to - x, Long.SIZE - x % Long.SIZE);
            bits[row * wordsPerRow + x / Long.SIZE] &= ~(ones(length) << x % Long.SIZE);
            x += length;
        }
    }

    private static long ones(int count) {
        return -1L >>> Long.SIZE - count;
    }

    void mark(Area area) {
        for (int row = area.y(); row < area.y() + area.height(); row++) {
            mark(row, area.x(), area.x() + area.width());
        }
    }

    void unmark(Area area) {
        for (int row = area.y(); row < area.y() + area.height(); row++) {
            unmark(row, area.x(), area.x() + area.width());
        }
    }

    void markAll() {
        mark(new Area(0, 0, width, height));
    }

    /** Everything that the other one means as well. Both are of the same size. */
    void add(ChangeMap other) {
        for (int index = 0; index < bits.length; index++) {
            bits[index] |= other.bits[index];
        }
    }

    boolean isEmpty() {
        for (long word : bits) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    void clear() {
        Arrays.fill(bits, 0);
    }

    long pixels() {
        long count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** How many of the 64 pixels of a row from x on, x being any pixel, are meant. */
    int pixels(int row, int x) {
        return Long.bitCount(read(row, x));
    }

    /** First pixel from x on in a row that is meant. @return {@code width} when there is none */
    int next(int row, int x) {
        int word = x / Long.SIZE;
        if (word >= wordsPerRow) {
            return width;
        }
        long rest = bits[row * wordsPerRow + word] & -1L << x % Long.SIZE;
        while (rest == 0) {
            if (++word == wordsPerRow) {
                return width;
            }
            rest = bits[row * wordsPerRow + word];
        }
        return word * Long.SIZE + Long.numberOfTrailingZeros(rest);
    }

    /** First pixel from x on in a row that is not meant. @return {@code width} when there is none */
    int nextGap(int row, int x) {
        int word = x / Long.SIZE;
        long rest = ~bits[row * wordsPerRow + word] & -1L << x % Long.SIZE;
        while (rest == 0) {
            if (++word == wordsPerRow) {
                return width;
            }
            rest = ~bits[row * wordsPerRow + word];
        }
        return Math.min(width, word * Long.SIZE + Long.numberOfTrailingZeros(rest));
    }

    /** The target is meant where the source was. */
    void move(Move move) {
        Area to = move.to();
        boolean down = to.y() > move.fromY();
        long[] line = new long[(to.width() + Long.SIZE - 1) / Long.SIZE];
        for (int index = 0; index < to.height(); index++) {
            int row = down ? to.height() - 1 - index : index;
            for (int word = 0; word < line.length; word++) {
                line[word] = read(move.fromY() + row, move.fromX() + word * Long.SIZE);
            }
            for (int word = 0; word < line.length; word++) {
                int done = word * Long.SIZE;
                write(to.y() + row, to.x() + done, line[word], Math.min(Long.SIZE, to.width() - done));
            }
        }
    }

    /** 64 pixels from x on; behind the row's end nothing is meant. */
    private long read(int row, int x) {
        int word = x / Long.SIZE;
        int shift = x % Long.SIZE;
        int start = row * wordsPerRow;
        long low = bits[start + word] >>> shift;
        return shift == 0 || word + 1 >= wordsPerRow ? low : low | bits[start + word + 1] << Long.SIZE - shift;
    }

    private void write(int row, int x, long value, int count) {
        int shift = x % Long.SIZE;
        int index = row * wordsPerRow + x / Long.SIZE;
        long mask = ones(count);
        bits[index] = bits[index] & ~(mask << shift) | (value & mask) << shift;
        if (shift + count > Long.SIZE) {
            int done = Long.SIZE - shift;
            bits[index + 1] = bits[index + 1] & ~(mask >>> done) | (value & mask) >>> done;
        }
    }

    /** @return rectangles that together cover everything that is meant, and little else, from the top */
    List<Area> areas() {
        return new AreaFinder(this).find();
    }

    /** The smallest rectangle around all of these. */
    static Optional<Area> around(List<Area> areas) {
        return areas.stream().reduce((one, other) -> {
            int x = Math.min(one.x(), other.x());
            int y = Math.min(one.y(), other.y());
            int right = Math.max(one.x() + one.width(), other.x() + other.width());
            int bottom = Math.max(one.y() + one.height(), other.y() + other.height());
            return new Area(x, y, right - x, bottom - y);
        });
    }
}
