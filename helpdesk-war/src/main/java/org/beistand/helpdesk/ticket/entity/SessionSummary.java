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
 * @param files in the order in which they arrived, the first {@link #MOST_FILES} of them
 * @param moreFiles how many were moved besides; the transcript names them all
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
        List<FileMoved> files,
        int moreFiles,
        Optional<UUID> transcript) {

    /** A card stays one that people read. */
    public static final int MOST_FILES = 100;

    /**
     * One permission asked for and what became of it.
     *
     * @param permission lower-case name, for instance {@code control}
     * @param granted false means declined, or silence until the question was withdrawn
     * @param authorisedBy how, as a code: {@code click}, {@code timeout}, {@code policy}
     */
    public record PermissionDecided(String permission, boolean granted, Instant at, String authorisedBy) {}

    /**
     * One file that went from one computer to the other, whole.
     *
     * @param technician name of who sent or got it
     * @param permission {@code file_write} to the customer's computer, {@code file_read} from there
     * @param name one line without a path, as long as file systems take at most
     * @param sha256 64 lower-case hexadecimal digits
     */
    public record FileMoved(Instant at, String technician, String permission, String name, long bytes, String sha256) {}

    public SessionSummary {
        participants = List.copyOf(participants);
        permissions = List.copyOf(permissions);
        files = List.copyOf(files);
        if (files.size() > MOST_FILES || moreFiles < 0) {
            throw new IllegalArgumentException(files.size() + " files and " + moreFiles + " more");
        }
    }

    public Duration duration() {
        return Duration.between(startedAt, endedAt);
    }
}
