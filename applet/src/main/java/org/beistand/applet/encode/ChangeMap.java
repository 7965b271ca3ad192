package org.beistand.applet.encode;

import java.util.Arrays;
import java.util.List;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Move;

/** Which pixels of a screen are meant: one bit for each, a quarter of a megabyte for 1920x1080. One thread at a time. */
final class ChangeMap {

    private final int width;
    private final int height;
    private final int wordsPerRow;
    private final long[] bits;

    /** Nothing is meant above it, and nothing from {@link #bottom} on. */
    private int top;

    private int bottom;

    ChangeMap(int width, int height) {
        this.width = width;
        this.height = height;
        this.wordsPerRow = (width + Long.SIZE - 1) / Long.SIZE;
        this.bits = new long[wordsPerRow * height];
        this.top = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The first row in which something may be meant; the height when nothing is. */
    int top() {
        return top;
    }

    /** The row below the last in which something may be meant; 0 when nothing is. */
    int bottom() {
        return bottom;
    }

    private void reach(int row) {
        top = Math.min(top, row);
        bottom = Math.max(bottom, row + 1);
    }

    /** Marks the pixels of a row from {@code from} to before {@code to}. */
    void mark(int row, int from, int to) {
        reach(row);
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
        if (other.bottom > other.top) {
            reach(other.top);
            reach(other.bottom - 1);
        }
        for (int index = other.top * wordsPerRow, end = other.bottom * wordsPerRow; index < end; index++) {
            bits[index] |= other.bits[index];
        }
    }

    boolean isEmpty() {
        for (int index = top * wordsPerRow, end = bottom * wordsPerRow; index < end; index++) {
            if (bits[index] != 0) {
                return false;
            }
        }
        return true;
    }

    void clear() {
        if (top < bottom) {
            Arrays.fill(bits, top * wordsPerRow, bottom * wordsPerRow, 0);
        }
        top = height;
        bottom = 0;
    }

    long pixels() {
        long count = 0;
        for (int index = top * wordsPerRow, end = bottom * wordsPerRow; index < end; index++) {
            count += Long.bitCount(bits[index]);
        }
        return count;
    }

    /** How many pixels of a row are meant. */
    int pixels(int row) {
        int count = 0;
        for (int index = row * wordsPerRow, end = index + wordsPerRow; index < end; index++) {
            count += Long.bitCount(bits[index]);
        }
        return count;
    }

    /** The last pixel of a row that is meant. @return -1 when none is */
    int last(int row) {
        for (int word = wordsPerRow - 1; word >= 0; word--) {
            long found = bits[row * wordsPerRow + word];
            if (found != 0) {
                return (word + 1) * Long.SIZE - 1 - Long.numberOfLeadingZeros(found);
            }
        }
        return -1;
    }

    /** Which of the 64 pixels of a row from 64 times {@code column} on are meant, the first in the lowest bit. */
    long word(int row, int column) {
        return bits[row * wordsPerRow + column];
    }

    /** Whether any pixel of the area is meant. */
    boolean meets(Area area) {
        int end = Math.min(bottom, area.y() + area.height());
        for (int row = Math.max(top, area.y()); row < end; row++) {
            if (next(row, area.x()) < area.x() + area.width()) {
                return true;
            }
        }
        return false;
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
        if (top >= bottom) {
            return;
        }
        Area to = move.to();
        boolean down = to.y() > move.fromY();
        reach(to.y());
        reach(to.y() + to.height() - 1);
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
}
