package org.beistand.applet.session;

/** The session cannot begin, or cannot go on, for a reason that the customer is told. */
public final class StartFailed extends RuntimeException {

    private final String key;

    /** @param key of the sentence in the window's bundle, e.g. "start.manifest_missing" */
    public StartFailed(String key, String detail) {
        super(detail);
        this.key = key;
    }

    /** @param key of the sentence in the window's bundle, e.g. "start.manifest_missing" */
    public StartFailed(String key, Throwable cause) {
        super(cause);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
