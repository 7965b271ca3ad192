package org.beistand.systemtests.desktop;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.beistand.systemtests.Await;

/**
 * The applet as the customer has it on the screen: seen by its colours and clicked at, because consent is a click and
 * there is no other way to give it. Colours are those of the window's look; they tell the states apart for people, too.
 */
public final class AppletWindow {
    private static final Duration REACTS_WITHIN = Duration.ofSeconds(30);

    /** The ground of the question, and of nothing else. */
    private static final int QUESTION_GROUND = 0xFDF1DC;

    /** Smaller than the question could ever be, in pixels of height. */
    private static final int LEAST_QUESTION_HEIGHT = 60;

    /** From the lower edge of the question's ground up to the middle of its two buttons, in pixels. */
    private static final int BUTTONS_ABOVE_EDGE = 38;

    /** The line below the list of what is allowed. */
    private static final int LIST_ENDS = 0xD3D9E0;

    /** From that line up to the middle of the last button, in pixels. */
    private static final int BUTTON_ABOVE_LIST_END = 28;

    /** From the right edge to the middle of the button beside "Send", in pixels. */
    private static final int GIVE_BEFORE_EDGE = 138;

    private final Window window;

    private AppletWindow(Window window) {
        this.window = window;
    }

    /** Waits for the window to open on that desktop. */
    public static AppletWindow opens(X11Desktop desktop) {
        return new AppletWindow(desktop.awaitWindow("Beistand$", Duration.ofSeconds(60)));
    }

    /** The window itself. */
    public Window window() {
        return window;
    }

    /** Waits until the band below the header says so, by its colour. */
    public void awaitState(State state) {
        Await.until(
                "the applet's state is " + state + ", not " + state(),
                REACTS_WITHIN,
                () -> state().filter(state::equals).isPresent());
    }

    /** What the window tells the customer, read from the colour of the band below the header. */
    public Optional<State> state() {
        BufferedImage picture = window.picture();
        // The header's ground is white on the left edge below its narrow accent line; the band comes next.
        for (int y = 20; y < picture.getHeight() / 2; y++) {
            Optional<State> state = stateAt(picture, y);
            if (state.isPresent()) {
                return state;
            }
        }
        return Optional.empty();
    }

    private static Optional<State> stateAt(BufferedImage picture, int y) {
        int colour = picture.getRGB(2, y) & 0xFF_FF_FF;
        return Arrays.stream(State.values()).filter(one -> one.colour == colour).findFirst();
    }

    /** Waits for a question and answers it with a click on "Allow". */
    public void allow() {
        answer(0.75);
    }

    /** Waits for a question and answers it with a click on "Decline". */
    public void decline() {
        answer(0.25);
    }

    /** Waits for a question to be on the screen. */
    public void awaitQuestion() {
        Await.value("a question in the applet's window", REACTS_WITHIN, this::question);
    }

    /** Whether a question is on the screen now. */
    public boolean isAsking() {
        return question().isPresent();
    }

    /** Waits until nothing is asked any more. */
    public void awaitNoQuestion(Duration limit) {
        Await.until(
                "no question in the applet's window", limit, () -> question().isEmpty());
    }

    /** Presses the red button, which is always there. */
    public void end() {
        BufferedImage picture = window.picture();
        BufferedImage header = picture.getSubimage(picture.getWidth() / 2, 0, picture.getWidth() / 2, 70);
        Rectangle button = Pictures.area(header, State.CONTROLLED.colour)
                .orElseThrow(() -> new AssertionError("no red button in the applet's window"));
        window.click(picture.getWidth() / 2 + button.x + 6, button.y + button.height / 2);
    }

    /** Withdraws what is listed last of all that is allowed: its button stands above the line that ends the list. */
    public void withdrawLast() {
        BufferedImage picture = window.picture();
        int y = 20;
        while (stateAt(picture, y).isEmpty()) {
            y++;
        }
        while ((picture.getRGB(2, y) & 0xFF_FF_FF) != LIST_ENDS) {
            y++;
        }
        window.click(picture.getWidth() - 70, y - BUTTON_ABOVE_LIST_END);
    }

    /** Writes a line into the chat and sends it. */
    public void say(X11Desktop desktop, String text) {
        Window.Place place = window.place();
        window.click(60, place.height() - 30);
        // The focus follows the click when the applet takes it: what is typed before goes to the terminal.
        Await.until("the keyboard is in the applet's window", REACTS_WITHIN, window::hasKeyboard);
        desktop.run("xdotool", "type", "--delay", "20", text);
        desktop.run("xdotool", "key", "Return");
    }

    /** Offers a file to the technicians: presses "File" beside "Send" and names it in the dialog. */
    public void give(X11Desktop desktop, Path file) {
        Window.Place place = window.place();
        window.click(place.width() - GIVE_BEFORE_EDGE, place.height() - 30);
        desktop.awaitWindow("^(Which files may|Welche Dateien)", REACTS_WITHIN);
        desktop.run("xdotool", "type", "--delay", "20", file.toString());
        desktop.run("xdotool", "key", "Return");
    }

    /** Both buttons sleep for half a second after the question appears, so one click may be lost. */
    private void answer(double share) {
        awaitQuestion();
        Await.until("the answer is taken", REACTS_WITHIN, () -> {
            question()
                    .ifPresent(ground -> window.click(
                            ground.x + (int) (ground.width * share), ground.y + ground.height - BUTTONS_ABOVE_EDGE));
            return question().isEmpty();
        });
    }

    private Optional<Rectangle> question() {
        return Pictures.area(window.picture(), QUESTION_GROUND)
                .filter(ground -> ground.height >= LEAST_QUESTION_HEIGHT);
    }

    /** What is happening to the customer's computer. */
    public enum State {
        /** Connecting, waiting for the technician, or over. */
        QUIET(0x54606D),
        /** The technician is there and sees nothing. */
        TOGETHER(0x1D6B3A),
        /** The screen is being viewed. */
        VIEWED(0x1B5E9E),
        /** Mouse and keyboard are being controlled. */
        CONTROLLED(0xB3261E),
        /** The connection is interrupted. */
        INTERRUPTED(0x8A5200);

        private final int colour;

        State(int colour) {
            this.colour = colour;
        }
    }
}
