package org.beistand.applet.input;

import java.util.Optional;

/**
 * Moves the pointer and types. Only {@link GuardedInput} calls it, one call at a time. Positions are pixels of the
 * captured desktop. What a system cannot type is left out and logged without saying what it was.
 */
public interface InputSink extends AutoCloseable {

    /** For logs, e.g. "x11-xtest". */
    String name();

    void move(int x, int y);

    /** @param button as in the DOM: 0 left, 1 middle, 2 right, 3 back, 4 forward; others do nothing */
    void button(int button, boolean pressed);

    /** Notches times 120; positive is right and down. Parts of a notch add up. */
    void wheel(int dx, int dy);

    /** A modifier goes down and stays down until released; every other key is struck when pressed, see the sinks. */
    void key(KeyStroke stroke);

    /** Types one character by its meaning, whatever keyboard the customer has. */
    void type(int codePoint);

    /** Every key and button that this sink holds down goes up. */
    void releaseAll();

    /** Releases everything and leaves the keyboard as it was found. */
    @Override
    void close();

    /** One way to give input, asked whether it works here before it is opened. */
    interface Provider {

        /** Higher is tried first. */
        int preference();

        /** @return empty when it does not work here */
        Optional<InputSink> open();
    }
}
