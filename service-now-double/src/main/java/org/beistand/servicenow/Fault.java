package org.beistand.servicenow;

/** The ways in which an instance, or what stands before it, disappoints. */
public enum Fault {
    /** Committed, and the connection closed without a word. */
    LOST_ANSWER(true),
    /** Committed, and silence for longer than anybody waits. */
    TIMEOUT_AFTER_COMMIT(true),
    /** Committed, and the answer's second half is missing. */
    TRUNCATED(true),
    /** Committed, and a gateway answers for it with a page and 200. */
    HTML_200_AFTER_COMMIT(true),
    /** Not committed, although the page says 200. */
    HTML_200(false),
    /** A page and 503. */
    HTML_503(false),
    /** Committed, and the gateway gave up meanwhile. */
    GATEWAY_504_AFTER_COMMIT(true),
    /** The gateway gave up, and the instance, which knows nothing of that, commits a moment later. */
    GATEWAY_504_BEFORE_COMMIT(false),
    /** The token is void before its time. */
    UNAUTHORIZED(false),
    /** Too many calls; {@code Retry-After} says when to come again. */
    TOO_MANY(false),
    /** The connection reset before anything was done. */
    RESET(false),
    /** The connection reset after everything was done. */
    RESET_AFTER_COMMIT(true);

    private final boolean commits;

    Fault(boolean commits) {
        this.commits = commits;
    }

    boolean commits() {
        return commits;
    }
}
