package org.beistand.applet.consent;

import java.time.Instant;
import org.beistand.engine.protocol.contract.JournalEntry.Decision;
import org.beistand.engine.protocol.grant.Permission;

/**
 * How a question ended, or that an answer was taken back.
 *
 * @param requestId the question's; for something taken back, that of the question that once allowed it
 * @param technician display name of who asked
 */
public record Decided(String requestId, Permission permission, Decision decision, String technician, Instant at) {}
