package org.beistand.applet.clipboard;

/** Another program holds the clipboard and does not answer. */
public final class ClipboardBusy extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ClipboardBusy(Throwable cause) {
        super("the clipboard cannot be had now", cause);
    }
}
