package org.beistand.engine.protocol.grant;

import org.beistand.engine.protocol.Status;

/** Why a signed statement was refused. Logged; the peer only learns the status. */
public enum GrantRefusal {
    TOO_LONG(Status.GRANT_REFUSED),
    MALFORMED(Status.GRANT_REFUSED),
    WRONG_ALGORITHM(Status.GRANT_REFUSED),
    WRONG_TYPE(Status.GRANT_REFUSED),
    UNKNOWN_HEADER(Status.GRANT_REFUSED),
    UNKNOWN_KEY(Status.GRANT_REFUSED),
    BAD_SIGNATURE(Status.GRANT_REFUSED),
    INVALID_CLAIMS(Status.GRANT_REFUSED),
    WRONG_ISSUER(Status.GRANT_REFUSED),
    WRONG_AUDIENCE(Status.GRANT_REFUSED),
    NOT_YET_VALID(Status.GRANT_REFUSED),
    EXPIRED(Status.GRANT_EXPIRED),
    SESSION_OVER(Status.SESSION_EXPIRED),
    /** Decided by whoever remembers used grants, not by the verifier. */
    REPLAYED(Status.GRANT_REFUSED);

    private final Status status;

    GrantRefusal(Status status) {
        this.status = status;
    }

    /** The row of the status table that answers the peer. */
    public Status status() {
        return status;
    }
}
