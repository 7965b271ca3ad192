package org.beistand.applet.consent;

import java.time.Instant;
import org.beistand.engine.protocol.contract.JournalEntry.Decision;
import org.beistand.engine.protocol.grant.Permission;

/**
 * How a question ended, or that what it allowed is over.
 *
 * @param requestId the question's; for what is over, that of the question that once allowed it
 * @param technician display name of who asked
 */
public record Decided(String requestId, Permission permission, Decision decision, String technician, Instant at) {

    /** Whether what was allowed is not any more. */
    public boolean isOver() {
        return decision == Decision.WITHDRAWN || decision == Decision.LAPSED;
    }
}
