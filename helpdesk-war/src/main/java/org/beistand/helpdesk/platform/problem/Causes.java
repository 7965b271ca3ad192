package org.beistand.helpdesk.platform.problem;

import jakarta.validation.ConstraintViolationException;

/** Digs the exception that means something out of the container's wrappers. */
public final class Causes {

    /** Deeper chains than this are somebody's loop. */
    private static final int DEPTH = 16;

    private Causes() {}

    /** The first domain or validation error in the chain of causes, else {@code thrown} itself. */
    public static Throwable meaningful(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (cause instanceof DomainException || cause instanceof ConstraintViolationException) {
                return cause;
            }
            cause = cause.getCause();
        }
        return thrown;
    }
}
