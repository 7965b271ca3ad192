package org.beistand.applet.consent;

import java.time.Instant;
import org.beistand.engine.protocol.grant.Permission;

/**
 * What the customer is being asked, or will be once the question before it is answered.
 *
 * @param technician display name of who asks
 * @param deadline silence until then is no; runs from the moment the question is the first in line
 */
public record Question(String requestId, Permission permission, String technician, Instant deadline) {}
