package org.beistand.applet.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.beistand.applet.desktop.Desktop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedInputTest {

    private final NotingSink sink = new NotingSink();
    private final SmallWindow window = new SmallWindow();
    private final AtomicBoolean allowed = new AtomicBoolean(true);
    private final AtomicReference<String> onlooker = new AtomicReference<>("");
    private final List<String> confirmed = new CopyOnWriteArrayList<>();
    private final GuardedInput input = new GuardedInput(
            List.of(sink),
            permission -> allowed.get(),
            technician -> !technician.equals(onlooker.get()),
            window,
            this::note);

    @AfterEach
    void close() {
        input.close();
    }

    @Test
    void pressesNothingInTheAppletsOwnWindow() {
        button(150, 150, 0, true);
        button(150, 150, 0, false);
        wheel(150, 150, 0, 120);
        button(20, 20, 0, true);
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
    void isReadyBeforeTheFirstKeyButOnlyWithConsent() {
        allowed.set(false);
        input.prepare();
        text(1, 1, 0, "a");
        Desktop.await("the refused letter", () -> confirmed.size() == 1);
        assertThat(sink.opened).hasValue(0);
        allowed.set(true);
        input.prepare();
        Desktop.await("the keyboard", () -> sink.opened.get() == 1);
        assertThat(sink.done).isEmpty();
    }

    @Test
    void givesNothingOfWhoDoesNotSteerNotEvenARelease() {
        key(new KeyStroke("ControlLeft", "Control", true, Set.of()));
        type("a");
        Desktop.await("the letter", () -> sink.did("type a"));
        onlooker.set("T");
        type("b");
        button(20, 20, 0, true);
        move(1, 1);
        input.give(new InputAction.ReleaseAll(), Turn.unnumbered("T"));
        input.give(new InputAction.Text("c"), Turn.unnumbered("S"));
        Desktop.await("the other's letter", () -> sink.did("type c"));
        assertThat(sink.done).containsExactly("key Control true", "type a", "type c");
        input.letGo();
        assertThat(sink.done).endsWith("release");
    }

    @Test
    void typesNothingIntoTheAppletsOwnWindow() {
        window.keyboard.set(true);
        key(new KeyStroke("Space", " ", true, Set.of()));
        type("yes");
        key(new KeyStroke("ShiftLeft", "Shift", false, Set.of()));
        Desktop.await("the release", () -> sink.did("key Shift false"));
        assertThat(sink.done).containsExactly("key Shift false");
    }

    @Test
    void losesNoLetterWhileTheKeyboardFollowsAClickElsewhere() {
        window.keyboard.set(true);
        window.looksUntilKeyboardLeaves.set(10);
        button(20, 20, 0, true);
        type("abc");
        Desktop.await("the last letter", () -> sink.did("type c"));
        assertThat(sink.done).containsExactly("move 20 20", "button 0 true", "type a", "type b", "type c");
    }

    @Test
    void leavesTypingOutWhenTheKeyboardNeverFollows() {
        window.keyboard.set(true);
        button(20, 20, 0, true);
        type("abc");
        move(1, 1);
        Desktop.await("the next movement", () -> sink.did("move 1 1"));
        assertThat(sink.done).containsExactly("move 20 20", "button 0 true", "move 1 1");
    }

    @Test
    void givesNothingAfterItIsClosedHoweverMuchTextIsLeft() throws InterruptedException {
        type("x".repeat(100_000));
        sink.typing.await();
        input.close();
        int done = sink.done.size();
        Desktop.await("the input thread's end", GuardedInputTest::noInputThread);
        assertThat(sink.done).hasSize(done).endsWith("close");
    }

    @Test
    void appliesWhatComesAgainOnceAndInOrder() {
        for (int number : new int[] {1, 2, 1, 2, 3, 5, 4, 5, 5, 6}) {
            text(1, number, 0, "" + number);
        }
        Desktop.await("the last one", () -> confirmed.contains("1: 6"));
        assertThat(sink.done).containsExactly("type 1", "type 2", "type 3", "type 4", "type 5", "type 6");
        assertThat(confirmed)
                .containsExactly("1: 1", "1: 2", "1: 2", "1: 2", "1: 3", "1: 3", "1: 4", "1: 5", "1: 5", "1: 6");
    }

    @Test
    void leavesOutWhatItsSenderHasGivenUp() {
        text(1, 1, 0, "a");
        text(1, 4, 3, "d");
        text(1, 2, 0, "b");
        text(1, 5, 0, "e");
        Desktop.await("the last one", () -> confirmed.contains("1: 5"));
        assertThat(sink.done).containsExactly("type a", "type d", "type e");
    }

    @Test
    void beginsWhereThePageIsWhenItWasStartedAgainInTheMiddle() {
        text(1, 57, 56, "a");
        text(1, 58, 56, "b");
        Desktop.await("the last one", () -> confirmed.contains("1: 58"));
        assertThat(sink.done).containsExactly("type a", "type b");
    }

    @Test
    void countsEveryPageByItself() {
        text(1, 1, 0, "a");
        text(2, 1, 0, "b");
        Desktop.await("the last one", () -> confirmed.contains("2: 1"));
        assertThat(sink.done).containsExactly("type a", "type b");
    }

    @Test
    void dealsWithForbiddenInputByDroppingItForGood() {
        allowed.set(false);
        text(1, 1, 0, "a");
        Desktop.await("it is dealt with", () -> confirmed.contains("1: 1"));
        allowed.set(true);
        text(1, 1, 0, "a");
        text(1, 2, 0, "b");
        Desktop.await("the next one", () -> confirmed.contains("1: 2"));
        assertThat(sink.done).containsExactly("type b");
    }

    @Test
    void finishesWhatItHasReceivedBeforeItLetsGo() {
        text(1, 1, 0, "abc");
        input.releaseAfterwards();
        text(1, 2, 0, "d");
        Desktop.await("what follows", () -> sink.did("type d"));
        assertThat(sink.done).containsExactly("type a", "type b", "type c", "release", "type d");
    }

    @Test
    void letsGoEvenWhenControlWasTakenBack() {
        key(new KeyStroke("ShiftLeft", "Shift", true, Set.of()));
        Desktop.await("the press", () -> sink.did("key Shift true"));
        allowed.set(false);
        input.releaseAfterwards();
        Desktop.await("the release", () -> sink.did("release"));
    }

    @Test
    void survivesAFloodOfMovementsWithoutLosingAKey() {
        for (int x = 0; x < 100_000; x++) {
            move(x, 0);
        }
        for (int number = 1; number <= 1_000; number++) {
            text(1, number, 0, "x");
        }
        Desktop.await("the last key", () -> confirmed.contains("1: 1000"));
        assertThat(sink.done.stream().filter("type x"::equals)).hasSize(1_000);
    }

    private void note(String technician, long stream, long number) {
        confirmed.add(stream + ": " + number);
    }

    private void text(long stream, long number, long settled, String text) {
        input.give(new InputAction.Text(text), new Turn("maria", stream, number, settled));
    }

    private void move(int x, int y) {
        input.give(new InputAction.Move(x, y), Turn.unnumbered("T"));
    }

    private void button(int x, int y, int button, boolean pressed) {
        input.give(new InputAction.Button(x, y, button, pressed), Turn.unnumbered("T"));
    }

    private void wheel(int x, int y, int dx, int dy) {
        input.give(new InputAction.Wheel(x, y, dx, dy), Turn.unnumbered("T"));
    }

    private void key(KeyStroke stroke) {
        input.give(new InputAction.Key(stroke), Turn.unnumbered("T"));
    }

    private void type(String text) {
        input.give(new InputAction.Text(text), Turn.unnumbered("T"));
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
        private final AtomicInteger opened = new AtomicInteger();
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
            opened.incrementAndGet();
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
        public void releaseAll() {
            done.add("release");
        }

        @Override
        public void close() {
            done.add("close");
        }
    }
}
