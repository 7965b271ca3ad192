package org.beistand.helpdesk.identity.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * What a browser session remembers of its login. Everything else is read afresh, so that a change of role or a
 * deactivation counts at once.
 *
 * @param since when the login happened: a later change of the password ends the session
 * @param csrfToken what scripts of our pages repeat in a header
 */
public record SignedIn(UUID accountId, UUID companyId, Instant since, String csrfToken) implements Serializable {

    /** Name of the session attribute. */
    static final String ATTRIBUTE = "beistand.signedIn";

    @Override
    public String toString() {
        return "SignedIn[" + accountId + "]";
    }
}
