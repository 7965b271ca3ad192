package org.beistand.helpdesk.ticket.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a ticket remembers of a support session.
 *
 * @param sessionId of the session room; one session has one entry, however often it is reported
 * @param waiting how long the customer waited for the technician
 * @param outcome code of the status table, lower case, for instance {@code ended_by_customer}
 * @param participants names, the technicians first
 * @param permissions in the order of decision
 * @param transcript the attachment with the conversation, if anything was said
 */
public record SessionSummary(
        UUID sessionId,
        Instant startedAt,
        Instant endedAt,
        Duration waiting,
        String outcome,
        List<String> participants,
        List<PermissionDecided> permissions,
        Optional<UUID> transcript) {

    /**
     * One permission asked for and what became of it.
     *
     * @param permission lower-case name, for instance {@code control}
     * @param granted false means declined, or silence until the question was withdrawn
     * @param authorisedBy how, as a code: {@code click}, {@code timeout}, {@code policy}
     */
    public record PermissionDecided(String permission, boolean granted, Instant at, String authorisedBy) {}

    public SessionSummary {
        participants = List.copyOf(participants);
        permissions = List.copyOf(permissions);
    }

    public Duration duration() {
        return Duration.between(startedAt, endedAt);
    }
}
