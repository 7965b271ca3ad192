package org.beistand.helpdesk.session.control;

import java.util.UUID;
import org.beistand.helpdesk.session.entity.SupportSession;

/** What every event of a session says about it. */
public record SessionFacts(
        UUID companyId,
        UUID sessionId,
        UUID ticketId,
        String ticketNumber,
        UUID technicianId,
        String technicianName,
        String customerName) {

    static SessionFacts of(UUID companyId, SupportSession session) {
        var invitation = session.invitation();
        return new SessionFacts(
                companyId,
                session.id(),
                invitation.ticketId(),
                invitation.ticketNumber(),
                invitation.technicianId(),
                invitation.technicianName(),
                invitation.customerName());
    }
}
