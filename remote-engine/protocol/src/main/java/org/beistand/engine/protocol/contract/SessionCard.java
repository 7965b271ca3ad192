package org.beistand.engine.protocol.contract;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who helps whom with what: the same card at both ends.
 *
 * @param sessionId the grant's {@code sid}
 * @param company display name of the company that helps
 * @param technician display name
 * @param technicianDepartment absent when the company names none
 * @param ticketNumber as people say it, e.g. {@code T-1042}
 * @param ticketSubject one line
 * @param customer display name, absent while unknown
 * @param language BCP 47 tag for the applet, e.g. {@code de}
 * @param askSeconds how long a question to the customer waits before silence is taken as no
 */
public record SessionCard(
        UUID sessionId,
        String company,
        String technician,
        @Nullable String technicianDepartment,
        String ticketNumber,
        String ticketSubject,
        @Nullable String customer,
        String language,
        int askSeconds) {

    public SessionCard {
        requireNonNull(sessionId, "sessionId");
        requireNonNull(company, "company");
        requireNonNull(technician, "technician");
        requireNonNull(ticketNumber, "ticketNumber");
        requireNonNull(ticketSubject, "ticketSubject");
        requireNonNull(language, "language");
    }
}
