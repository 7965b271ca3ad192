package org.beistand.engine.protocol.grant;

/** What a verifier says about a grant. */
public sealed interface GrantCheck {

    /** To be believed; whether it was used before is for the caller to remember. */
    record Accepted(SessionGrant grant) implements GrantCheck {}

    /** Not to be believed, for this reason. */
    record Refused(GrantRefusal reason) implements GrantCheck {}
}
