package org.beistand.applet.clipboard;

import java.util.Map;
import java.util.Set;

/**
 * The customer's clipboard. Only {@link GuardedClipboard} calls it, from one thread. Programs that hold the clipboard may
 * let a call wait for some seconds.
 */
public interface ClipboardBridge {

    /** In which forms something is held now; empty: nothing that we know. */
    Set<Form> forms();

    /**
     * What is held now, as its owner gives it.
     *
     * @throws ClipboardBusy when another program does not let go of it
     */
    Map<Form, byte[]> read();

    /**
     * Takes the place of what is held.
     *
     * @throws ClipboardBusy when another program does not let go of it
     */
    void put(Clip clip);

    /** Whether what is held now was put there by {@link #put}. */
    boolean isOurs();
}
