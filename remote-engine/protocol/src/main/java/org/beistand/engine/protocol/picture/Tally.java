package org.beistand.engine.protocol.picture;

import java.util.Locale;

/** What an encoder has done: the first thing that support asks for when pictures were slow. One thread at a time. */
public final class Tally {

    private static final int CODERS = Coder.HALF_JPEG + 1;
    private static final String[] NAMES = {
        "", "solid", "qoi-deflate", "copy", "qoi2", "jpeg", "video", "jpeg of half size"
    };
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final long[] rectangles = new long[CODERS];
    private final long[] pixels = new long[CODERS];
    private final long[] bytes = new long[CODERS];
    private final long[] nanos = new long[CODERS];
    private long payloads;
    private long payloadBytes;
    private long packingNanos;

    void rectangle(int coder, long ofPixels, long ofBytes, long took) {
        rectangles[coder]++;
        pixels[coder] += ofPixels;
        bytes[coder] += ofBytes;
        nanos[coder] += took;
    }

    void payload(long ofBytes, long took) {
        payloads++;
        payloadBytes += ofBytes;
        packingNanos += took;
    }

    /** Bytes of all payloads. */
    public long payloadBytes() {
        return payloadBytes;
    }

    /** One line: by coder rectangles, thousand pixels, bytes (before packing, if there is any) and milliseconds. */
    public String summary() {
        StringBuilder line = new StringBuilder(200);
        for (int coder = 1; coder < CODERS; coder++) {
            if (rectangles[coder] > 0) {
                line.append(String.format(
                        Locale.ROOT,
                        "%s: %d rectangles, %d kpx, %d bytes, %.1f ms; ",
                        NAMES[coder],
                        rectangles[coder],
                        pixels[coder] / 1000,
                        bytes[coder],
                        nanos[coder] / NANOS_PER_MILLISECOND));
            }
        }
        return line.append(String.format(
                        Locale.ROOT,
                        "sent: %d payloads, %d bytes, packing %.1f ms",
                        payloads,
                        payloadBytes,
                        packingNanos / NANOS_PER_MILLISECOND))
                .toString();
    }
}
