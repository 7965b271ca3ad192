package org.beistand.helpdesk.session.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * What a session is opened with: whom it is for, who asks, and for which ticket, as people will read it. Names are copied,
 * because a session's record must not change when somebody is renamed later.
 *
 * @param language {@code de} or {@code en}: the customer's, and of the transcript
 * @param latestEnd the session ends here at the latest
 */
public record Invitation(
        UUID ticketId,
        String ticketNumber,
        String ticketSubject,
        UUID technicianId,
        String technicianName,
        String technicianDepartment,
        String customerName,
        String language,
        Instant latestEnd) {}
