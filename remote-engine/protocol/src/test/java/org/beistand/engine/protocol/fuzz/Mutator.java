package org.beistand.engine.protocol.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes hostile frames of honest ones, the same from the same seed. */
final class Mutator {

    /** Numbers at which lengths and counts go wrong. */
    private static final int[] EDGES = {0, 1, 0x7F, 0x80, 0xFF, 0xFE, 0x40, 0xC0};

    private final List<byte[]> corpus;
    private final SplittableRandom random;

    Mutator(List<byte[]> corpus, long seed) {
        this.corpus = corpus;
        this.random = new SplittableRandom(seed);
    }

    byte[] next() {
        byte[] frame = corpus.get(random.nextInt(corpus.size())).clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && frame.length > 0; changes--) {
            frame = changed(frame);
        }
        return frame;
    }

    private byte[] changed(byte[] frame) {
        // Mostly behind the header: a frame that falls there already says nothing about the decoders.
        int header = Math.min(24, frame.length - 1);
        int at = random.nextInt(8) == 0 ? random.nextInt(frame.length) : random.nextInt(header, frame.length);
        switch (random.nextInt(7)) {
            case 0 -> frame[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> frame[at] = (byte) random.nextInt(256);
            case 2 -> frame[at] = (byte) EDGES[random.nextInt(EDGES.length)];
            case 3 ->
                Arrays.fill(frame, at, Math.min(frame.length, at + 1 + random.nextInt(8)), (byte)
                        EDGES[random.nextInt(EDGES.length)]);
            case 4 -> {
                return Arrays.copyOf(frame, at);
            }
            case 5 -> {
                return spliced(frame, at);
            }
            default -> {
                return repeated(frame, at);
            }
        }
        return frame;
    }

    /** The beginning of one with the end of another. */
    private byte[] spliced(byte[] frame, int at) {
        byte[] other = corpus.get(random.nextInt(corpus.size()));
        int from = random.nextInt(other.length);
        byte[] spliced = Arrays.copyOf(frame, at + other.length - from);
        System.arraycopy(other, from, spliced, at, other.length - from);
        return spliced;
    }

    private byte[] repeated(byte[] frame, int at) {
        int length = 1 + random.nextInt(Math.min(32, frame.length - at));
        int times = 1 + random.nextInt(16);
        byte[] repeated = Arrays.copyOf(frame, frame.length + length * times);
        for (int time = 0; time < times; time++) {
            System.arraycopy(frame, at, repeated, at + length * (time + 1), length);
        }
        System.arraycopy(frame, at + length, repeated, at + length * (times + 1), frame.length - at - length);
        return repeated;
    }
}
