package org.beistand.helpdesk.engine.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.beistand.engine.protocol.Status;
import org.beistand.helpdesk.engine.control.RelaySecret;
import org.beistand.helpdesk.session.control.SessionMetrics;
import org.jspecify.annotations.Nullable;

/** Lets only relays of this helpdesk through. */
@ApplicationScoped
class RelayProof {

    @Inject
    RelaySecret secret;

    @Inject
    SessionMetrics metrics;

    /** @throws Refusal for everybody else */
    void require(@Nullable String authorization) {
        if (!Bearer.of(authorization).map(secret::matches).orElse(false)) {
            metrics.refused("relay");
            throw new Refusal(Status.GRANT_REFUSED, "not a relay of this helpdesk");
        }
    }
}
