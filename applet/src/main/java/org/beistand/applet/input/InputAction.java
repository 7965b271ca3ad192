package org.beistand.applet.input;

/** One thing that pointer or keyboard are to do. Positions are pixels of the captured desktop. */
public sealed interface InputAction {

    record Move(int x, int y) implements InputAction {}

    /** Moves there and presses or releases; see {@link InputSink#button}. */
    record Button(int x, int y, int button, boolean pressed) implements InputAction {}

    /** Moves there and turns the wheel; see {@link InputSink#wheel}. */
    record Wheel(int x, int y, int dx, int dy) implements InputAction {}

    record Key(KeyStroke stroke) implements InputAction {}

    /** Typed character by character. */
    record Text(String text) implements InputAction {}

    /** Nothing is done, but the next action need not wait for what takes time before the first. */
    record Prepare() implements InputAction {}

    /** Every key and button that is held goes up, allowed or not. */
    record ReleaseAll() implements InputAction {}
}
