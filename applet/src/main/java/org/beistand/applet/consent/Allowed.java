package org.beistand.applet.consent;

import java.time.Instant;
import org.beistand.engine.protocol.grant.Permission;

/**
 * Something the customer has allowed and not taken back.
 *
 * @param technician display name of who asked for it
 */
public record Allowed(String requestId, Permission permission, String technician, Instant since) {}
