package org.beistand.helpdesk.session.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * What a session is opened with: whom it is for, who leads it, and for which ticket, as people will read it. Names are copied,
 * because a session's record must not change when somebody is renamed later.
 *
 * @param technicianDepartment empty text when the technician has none
 * @param customerName empty text when nobody knows it
 * @param language {@code de} or {@code en}: the customer's, and of the transcript
 * @param latestEnd the session ends here at the latest
 */
@Embeddable
public record Invitation(
        @Column(name = "ticket_id", nullable = false, updatable = false)
        UUID ticketId,

        @Column(name = "ticket_number", nullable = false, updatable = false, length = 40)
        String ticketNumber,

        @Column(name = "ticket_subject", nullable = false, updatable = false, length = 300)
        String ticketSubject,

        @Column(name = "technician_id", nullable = false) UUID technicianId,

        @Column(name = "technician_name", nullable = false, length = 200)
        String technicianName,

        @Column(name = "technician_department", nullable = false, length = 200)
        String technicianDepartment,

        @Column(name = "customer_name", nullable = false, length = 200)
        String customerName,

        @Column(nullable = false, length = 5) String language,
        @Column(name = "latest_end", nullable = false) Instant latestEnd) {

    public boolean isLedBy(UUID technician) {
        return technicianId.equals(technician);
    }

    /** The same for the same customer, by another technician. */
    Invitation ledBy(UUID technician, String name, String department) {
        return new Invitation(
                ticketId, ticketNumber, ticketSubject, technician, name, department, customerName, language, latestEnd);
    }
}
