package org.beistand.applet.input;

/**
 * The applet's own window on the customer's desktop. What is in it the customer alone may press: a technician in control
 * must not be able to answer a question, take a permission back or end the session in the customer's name. Asked from the
 * input thread before every press; must not wait.
 */
public interface OwnWindow {

    /** Whether this pixel of the captured desktop lies within the window, its title bar included. */
    boolean covers(int x, int y);

    /** Whether what is typed now would go into the window. */
    boolean hasKeyboard();
}
