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

    @Test
    void asksOnlyAfterEveryFourthSmallPictureOfManyThatHaveTimeEnough() {
        exchange(20_000, 5 * MILLISECOND);
        for (int round = 0; round < 3; round++) {
            now += 100 * MILLISECOND;
            assertThat(pace.mayBeQuiet(100, now)).isTrue();
            pace.sentQuietly(now);
        }
        now += 100 * MILLISECOND;
        assertThat(pace.mayBeQuiet(100, now)).isFalse();
        exchange(100, 5 * MILLISECOND);
        assertThat(pace.mayBeQuiet(100, now + MILLISECOND)).isTrue();
    }

    @Test
    void asksAfterEveryPictureOfAPathThatMayNotHaveShownTheLast() {
        assertThat(pace.mayBeQuiet(100, now)).as("an unknown path").isFalse();
        exchange(20_000, 150 * MILLISECOND);
        assertThat(pace.mayBeQuiet(2_000, now)).as("a large one").isFalse();
        pace.sentQuietly(now);
        assertThat(pace.mayBeQuiet(100, now + 100 * MILLISECOND)).as("soon").isFalse();
        assertThat(pace.mayBeQuiet(100, now + 150 * MILLISECOND)).as("later").isTrue();
        pace.sent(++number, 100, false, now);
        assertThat(pace.mayBeQuiet(100, now + 500 * MILLISECOND))
                .as("one under way")
                .isFalse();
    }

    @Test
    void knowsWhatBytesTakeApartFromTheWay() {
        exchange(60, 40 * MILLISECOND);
        exchange(30_000, 64 * MILLISECOND); // 24 ms for 30 kB: 10 Mbit/s
        assertThat(pace.budget()).isBetween(60_000L, 64_000L);
    }

    @Test
    void doesNotBelieveThatBytesTakeNoTime() {
        exchange(60, 40 * MILLISECOND);
        exchange(4_000, 40 * MILLISECOND);
        assertThat(pace.budget()).as("four times 4 kB in 40 ms").isBetween(19_000L, 21_000L);
    }

    private void exchange(long bytes, long took) {
        pace.sent(++number, bytes, true, now);
        now += took;
        pace.shown(number, now);
    }
}
