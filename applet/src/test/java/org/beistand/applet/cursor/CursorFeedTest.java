package org.beistand.applet.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CursorFeedTest {

    private static final CursorImage ARROW = image(1);
    private static final CursorImage TEXT = image(2);

    private final HandMovedPointer pointer = new HandMovedPointer();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private volatile boolean allowed = true;
    private final CursorFeed feed = new CursorFeed(List.of(pointer), permission -> allowed, new CursorFeed.Outlet() {
        @Override
        public void shape(int participant, int number, CursorImage image, boolean withPixels) {
            told.add(participant + " shape " + number + (withPixels ? " with pixels" : ""));
        }

        @Override
        public void unknownShape(int participant) {
            told.add(participant + " unknown shape");
        }

        @Override
        public void moved(int participant, int x, int y, boolean own) {
            told.add(participant + " at " + x + "," + y + (own ? ", own" : ""));
        }
    });

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void sendsAnImageOnceAndThenItsNumber() {
        pointer.is(5, 6, Optional.of(ARROW));
        feed.add(7, false);
        tells("7 shape 1 with pixels", "7 at 5,6");
        pointer.is(5, 6, Optional.of(TEXT));
        tells("7 shape 2 with pixels");
        pointer.is(5, 6, Optional.of(image(1)));
        tells("7 shape 1");
    }

    @Test
    void beginsAfreshForAViewerThatComesBack() {
        pointer.is(0, 0, Optional.of(ARROW));
        feed.add(7, false);
        tells("7 shape 1 with pixels", "7 at 0,0");
        feed.add(7, false);
        tells("7 shape 1 with pixels", "7 at 0,0");
    }

    @Test
    void doesNotTellTechniciansOfTheirOwnMovements() {
        pointer.is(0, 0, Optional.empty());
        feed.add(7, false);
        tells("7 unknown shape", "7 at 0,0");
        feed.movedBy(7, 100, 100);
        pointer.is(50, 50, Optional.empty()); // an older movement that has only now arrived
        pointer.is(100, 100, Optional.empty());
        feed.add(8, false);
        tells("8 unknown shape", "8 at 100,100");
        pointer.is(30, 40, Optional.empty()); // the customer's hand
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("7 at 30,40", "8 at 30,40");
    }

    /** A recording has to show where the pointer was also while the technician leads it. */
    @Test
    void marksTheirOwnMovementsWhereTheyAreRecorded() {
        pointer.is(0, 0, Optional.empty());
        feed.add(7, true);
        tells("7 unknown shape", "7 at 0,0");
        feed.movedBy(7, 100, 100);
        pointer.is(50, 50, Optional.empty());
        tells("7 at 50,50, own");
        pointer.is(100, 100, Optional.empty());
        tells("7 at 100,100, own");
        pointer.is(30, 40, Optional.empty()); // the customer's hand, first taken for an older movement
        assertThat(next()).startsWith("7 at 30,40");
    }

    @Test
    void tellsNothingWithoutConsent() {
        allowed = false;
        pointer.is(1, 1, Optional.of(ARROW));
        feed.add(7, false);
        feed.remove(7);
        allowed = true;
        feed.add(8, false);
        tells("8 shape 1 with pixels", "8 at 1,1");
        assertThat(told).isEmpty();
    }

    @Test
    void forgetsTheOldestImagesByTheViewersRule() {
        ToldViewer viewer = new ToldViewer(false);
        for (int number = 1; number <= 64; number++) {
            assertThat(viewer.show(number)).isTrue();
        }
        assertThat(viewer.show(1)).isFalse();
        assertThat(viewer.show(65)).isTrue();
        assertThat(viewer.show(1)).as("the oldest, shown again or not").isTrue();
        assertThat(viewer.show(3)).isFalse();
    }

    private void tells(String... words) {
        for (String word : words) {
            assertThat(next()).isEqualTo(word);
        }
    }

    private String next() {
        try {
            return Optional.ofNullable(told.poll(10, TimeUnit.SECONDS)).orElse("nothing");
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static CursorImage image(int colour) {
        return new CursorImage(1, 1, 0, 0, ByteBuffer.wrap(new byte[] {(byte) colour, 0, 0, -1}));
    }

    /** A pointer that the test moves. */
    private static final class HandMovedPointer implements CursorSource, CursorSource.Provider {

        private volatile CursorLook now = new CursorLook(0, 0, Optional.empty());
        private final BlockingQueue<Boolean> news = new LinkedBlockingQueue<>();

        void is(int x, int y, Optional<CursorImage> image) {
            now = new CursorLook(x, y, image);
            news.add(true);
        }

        @Override
        public int preference() {
            return 1;
        }

        @Override
        public Optional<CursorSource> open() {
            return Optional.of(this);
        }

        @Override
        public String name() {
            return "by hand";
        }

        @Override
        public void awaitChange(Duration atMost) {
            try {
                if (news.poll(atMost.toMillis() + 1, TimeUnit.MILLISECONDS) != null) {
                    news.clear();
                }
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }

        @Override
        public void wake() {
            news.add(true);
        }

        @Override
        public CursorLook look() {
            return now;
        }

        @Override
        public void close() {
            news.clear();
        }
    }
}
