package org.beistand.applet.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.beistand.applet.capture.CannotCapture;
import org.beistand.applet.capture.GuardedScreen;
import org.beistand.applet.capture.Picture;
import org.beistand.applet.capture.ScreenShape;
import org.beistand.applet.capture.ScreenSource;
import org.beistand.applet.capture.ScreenSources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScreenFeedTest {

    private static final ScreenShape SHAPE = ScreenShape.single(64, 48, "test");
    private static final int TECHNICIAN = 3;

    private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();
    private volatile boolean allowed = true;
    private final DrawnScreen screen = new DrawnScreen();
    private final ScreenFeed feed = new ScreenFeed(
            new GuardedScreen(new ScreenSources(List.of(screen)), permission -> allowed), LossyCoders.NONE, new Told());

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void looksAheadForWhoIsExpectedAndTellsNobody() throws InterruptedException {
        feed.expect(TECHNICIAN, Set.of());
        assertThat(next()).isEqualTo("open");
        assertThat(next()).isEqualTo("grab");
        feed.add(TECHNICIAN, Set.of());
        assertThat(next()).isEqualTo("layout 3");
        assertThat(next()).isEqualTo("picture 3");
    }

    @Test
    void letsGoOfTheScreenWhenTheExpectedDoesNotCome() throws InterruptedException {
        feed.expect(TECHNICIAN, Set.of());
        assertThat(next()).isEqualTo("open");
        assertThat(next()).isEqualTo("grab");
        feed.remove(TECHNICIAN);
        assertThat(next()).isEqualTo("close");
    }

    @Test
    void looksAheadForNobodyWithoutConsent() throws InterruptedException {
        allowed = false;
        feed.expect(TECHNICIAN, Set.of());
        feed.remove(TECHNICIAN);
        allowed = true;
        feed.expect(TECHNICIAN + 1, Set.of());
        assertThat(next()).isEqualTo("open");
        assertThat(next()).isEqualTo("grab");
        assertThat(happened).isEmpty();
    }

    @Test
    void letsAProgramDrawOnForAMomentBeforeItLooks() throws InterruptedException {
        feed.add(TECHNICIAN, Set.of());
        assertThat(List.of(next(), next(), next(), next())).containsExactly("open", "grab", "layout 3", "picture 3");
        screen.draw();
        assertThat(next()).isEqualTo("grab");
        assertThat(screen.grabbed - screen.told).isGreaterThanOrEqualTo(1_000_000);
    }

    private String next() throws InterruptedException {
        return Optional.ofNullable(happened.poll(5, TimeUnit.SECONDS)).orElse("nothing");
    }

    private final class Told implements ScreenFeed.Outlet {

        @Override
        public void layout(int participant, ScreenShape shape) {
            happened.add("layout " + participant);
        }

        @Override
        public void picture(int participant, ByteBuffer payload, boolean full, boolean last) {
            happened.add("picture " + participant);
        }

        @Override
        public void failed(String reason) {
            happened.add("failed " + reason);
        }
    }

    /** Nothing is drawn on it but by a test, and that cannot be seen. */
    private final class DrawnScreen implements ScreenSource, ScreenSource.Provider {

        private final BlockingQueue<String> wakes = new LinkedBlockingQueue<>();
        private volatile boolean drawn;
        private volatile long told;
        private volatile long grabbed;

        void draw() {
            drawn = true;
            wake();
        }

        @Override
        public int preference() {
            return 1;
        }

        @Override
        public Optional<CannotCapture> obstacle() {
            return Optional.empty();
        }

        @Override
        public ScreenSource open() {
            happened.add("open");
            return this;
        }

        @Override
        public String name() {
            return "still";
        }

        @Override
        public boolean awaitChange(Duration atMost) {
            try {
                if (!drawn) {
                    wakes.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
                }
            } catch (InterruptedException nobodyDoes) {
                throw new IllegalStateException(nobodyDoes);
            }
            if (drawn && told == 0) {
                told = System.nanoTime();
            }
            return drawn;
        }

        @Override
        public void wake() {
            wakes.add("wake");
        }

        @Override
        public Optional<Picture> grab() {
            drawn = false;
            grabbed = System.nanoTime();
            happened.add("grab");
            return Optional.of(new Picture(SHAPE, IntBuffer.allocate(SHAPE.width() * SHAPE.height()), SHAPE.width()));
        }

        @Override
        public void close() {
            happened.add("close");
        }
    }
}
