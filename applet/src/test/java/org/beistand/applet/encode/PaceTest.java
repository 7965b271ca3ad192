package org.beistand.applet.encode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long MILLISECOND = 1_000_000;

    private final Pace pace = new Pace();
    private long number;
    private long now = 1;

    @Test
    void letsTwoPicturesTravelOnAShortPath() {
        exchange(20_000, 5 * MILLISECOND);
        pace.sent(++number, 100, false, now);
        assertThat(pace.isOpen()).isTrue();
        pace.sent(++number, 100, false, now);
        assertThat(pace.isOpen()).isFalse();
        pace.shown(number, now + 1);
        assertThat(pace.isOpen()).isTrue();
    }

    @Test
    void keepsAnAnswerFromWaitingBehindABigPictureOnASlowPath() {
        for (int round = 0; round < 20; round++) {
            long bytes = pace.budget();
            exchange(bytes, 150 * MILLISECOND + bytes * 8 * MILLISECOND / 1_000);
        }
        long queued = pace.budget() * 8; // microseconds at 1 Mbit/s
        assertThat(queued).isLessThan(100_000);
    }

    @Test
    void learnsThatAPathIsFast() {
        for (int round = 0; round < 12; round++) {
            exchange(pace.budget(), 5 * MILLISECOND);
        }
        assertThat(pace.budget()).isEqualTo(1 << 20);
    }

    private void exchange(long bytes, long took) {
        pace.sent(++number, bytes, true, now);
        now += took;
        pace.shown(number, now);
    }
}
