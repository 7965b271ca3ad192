package org.beistand.helpdesk.session.boundary;

import java.time.Instant;
import java.util.UUID;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.session.entity.SessionPin;

/** A session that was just opened, with what the technician passes on. The only object that holds a PIN in clear. */
public record OpenedSession(UUID id, SessionPin pin, SecretToken link, Instant expiresAt) {

    /** Address of the link, below the helpdesk's public address. */
    public String path() {
        return "/join/" + link.value();
    }
}
