package org.beistand.engine.protocol.grant;

/** A signed statement is not to be believed. Carries no part of the statement. */
public final class StatementRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final GrantRefusal reason;

    StatementRefused(GrantRefusal reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public GrantRefusal reason() {
        return reason;
    }
}
