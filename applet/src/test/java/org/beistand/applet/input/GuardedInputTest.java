package org.beistand.applet.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.applet.desktop.Desktop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedInputTest {

    private final NotingSink sink = new NotingSink();
    private final SmallWindow window = new SmallWindow();
    private final AtomicBoolean allowed = new AtomicBoolean(true);
    private final GuardedInput input = new GuardedInput(List.of(sink), permission -> allowed.get(), window);

    @AfterEach
    void close() {
        input.close();
    }

    @Test
    void pressesNothingInTheAppletsOwnWindow() {
        input.button(150, 150, 0, true);
        input.button(150, 150, 0, false);
        input.wheel(150, 150, 0, 120);
        input.button(20, 20, 0, true);
        Desktop.await("the last press", () -> sink.did("button 0 true"));
        assertThat(sink.done)
                .containsExactly(
                        "move 150 150",
                        "move 150 150",
                        "button 0 false",
                        "move 150 150",
                        "move 20 20",
                        "button 0 true");
    }

    @Test
    void typesNothingIntoTheAppletsOwnWindow() {
        window.keyboard.set(true);
        input.key(new KeyStroke("Space", " ", true, Set.of()));
        input.type("yes");
        input.key(new KeyStroke("ShiftLeft", "Shift", false, Set.of()));
        Desktop.await("the release", () -> sink.did("key Shift false"));
        assertThat(sink.done).containsExactly("key Shift false");
    }

    @Test
    void losesNoLetterWhileTheKeyboardFollowsAClickElsewhere() {
        window.keyboard.set(true);
        window.looksUntilKeyboardLeaves.set(10);
        input.button(20, 20, 0, true);
        input.type("abc");
        Desktop.await("the last letter", () -> sink.did("type c"));
        assertThat(sink.done).containsExactly("move 20 20", "button 0 true", "type a", "type b", "type c");
    }

    @Test
    void leavesTypingOutWhenTheKeyboardNeverFollows() {
        window.keyboard.set(true);
        input.button(20, 20, 0, true);
        input.type("abc");
        input.move(1, 1);
        Desktop.await("the next movement", () -> sink.did("move 1 1"));
        assertThat(sink.done).containsExactly("move 20 20", "button 0 true", "move 1 1");
    }

    @Test
    void givesNothingAfterItIsClosedHoweverMuchTextIsLeft() throws InterruptedException {
        input.type("x".repeat(100_000));
        sink.typing.await();
        input.close();
        int done = sink.done.size();
        Desktop.await("the input thread's end", GuardedInputTest::noInputThread);
        assertThat(sink.done).hasSize(done).endsWith("close");
    }

    private static boolean noInputThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("input"));
    }

    /** The applet's window from 100, 100 to 200, 200. */
    private static final class SmallWindow implements OwnWindow {
        private final AtomicBoolean keyboard = new AtomicBoolean();
        private final AtomicInteger looksUntilKeyboardLeaves = new AtomicInteger(Integer.MAX_VALUE);

        @Override
        public boolean covers(int x, int y) {
            return x >= 100 && x < 200 && y >= 100 && y < 200;
        }

        @Override
        public boolean hasKeyboard() {
            return keyboard.get() && looksUntilKeyboardLeaves.decrementAndGet() > 0;
        }
    }

    private static final class NotingSink implements InputSink, InputSink.Provider {
        private final List<String> done = new CopyOnWriteArrayList<>();
        private final CountDownLatch typing = new CountDownLatch(1);

        boolean did(String what) {
            return done.contains(what);
        }

        @Override
        public int preference() {
            return 1;
        }

        @Override
        public Optional<InputSink> open() {
            return Optional.of(this);
        }

        @Override
        public String name() {
            return "noting";
        }

        @Override
        public void move(int x, int y) {
            done.add("move " + x + " " + y);
        }

        @Override
        public void button(int button, boolean pressed) {
            done.add("button " + button + " " + pressed);
        }

        @Override
        public void wheel(int dx, int dy) {
            done.add("wheel");
        }

        @Override
        public void key(KeyStroke stroke) {
            done.add("key " + stroke.key() + " " + stroke.pressed());
        }

        @Override
        public void type(int codePoint) {
            done.add("type " + Character.toString(codePoint));
            typing.countDown();
        }

        @Override
        public void releaseAll() {}

        @Override
        public void close() {
            done.add("close");
        }
    }
}
