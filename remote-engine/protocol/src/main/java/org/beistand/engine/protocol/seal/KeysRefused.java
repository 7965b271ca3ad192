package org.beistand.engine.protocol.seal;

import org.beistand.engine.protocol.Status;

/** A peer's key agreement breaks a rule. The detail is for logs and holds no key. */
public final class KeysRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysRefused(String detail) {
        super(detail, null, false, false);
    }

    /** The row of the status table that answers the peer. */
    public Status status() {
        return Status.PROTOCOL_ERROR;
    }

    /** What was wrong, for logs. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
