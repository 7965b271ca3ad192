package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.session.control.SessionEvent.SessionSummarised;
import org.beistand.helpdesk.session.control.SessionJournal;
import org.beistand.helpdesk.session.control.Sessions;
import org.beistand.helpdesk.session.control.Transcript;
import org.beistand.helpdesk.session.entity.EndReason;
import org.beistand.helpdesk.session.entity.JournalLine;
import org.beistand.helpdesk.session.entity.Participation;
import org.beistand.helpdesk.session.entity.SupportSession;
import org.beistand.helpdesk.ticket.control.Attachments;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.entity.Attachment;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.SessionSummary;
import org.beistand.helpdesk.ticket.entity.SessionSummary.FileMoved;
import org.beistand.helpdesk.ticket.entity.SessionSummary.PermissionDecided;

/**
 * Writes a finished session into its ticket, in the transaction that closes its record: one entry, and the transcript as a
 * file if anybody came. SESSION-FLOW 9.
 */
@ApplicationScoped
public class TicketAftermath {

    @Inject
    Sessions sessions;

    @Inject
    SessionJournal journal;

    @Inject
    Attachments attachments;

    @Inject
    TicketTimeline timeline;

    @Transactional(Transactional.TxType.MANDATORY)
    public void onSummarised(@Observes SessionSummarised summarised) {
        var id = summarised.session().sessionId();
        var session = sessions.byId(id).orElseThrow(() -> new NotFoundException("session " + id));
        var participants = journal.participants(id);
        var lines = journal.of(id);
        var invitation = session.invitation();
        var author = Author.technician(invitation.technicianId(), invitation.technicianName());
        timeline.addSessionEntry(
                invitation.ticketId(),
                summary(session, participants, lines, transcript(session, participants, lines, author)),
                author);
    }

    private Optional<UUID> transcript(
            SupportSession session, List<Participation> participants, List<JournalLine> lines, Author author) {
        if (session.milestones().arrivedAt().isEmpty()) {
            return Optional.empty();
        }
        var transcript = new Transcript(session, ZoneId.systemDefault());
        var bytes = transcript.write(participants, lines).getBytes(StandardCharsets.UTF_8);
        return Optional.of(attachments.add(session.invitation().ticketId(), transcript.fileName(), bytes, author))
                .map(Attachment::id);
    }

    private static SessionSummary summary(
            SupportSession session,
            List<Participation> participants,
            List<JournalLine> lines,
            Optional<UUID> transcript) {
        var milestones = session.milestones();
        var files = lines.stream()
                .filter(line -> line.kind() == JournalLine.Kind.FILE)
                .map(TicketAftermath::moved)
                .toList();
        var listed = Math.min(files.size(), SessionSummary.MOST_FILES);
        return new SessionSummary(
                session.id(),
                milestones.startedAt().or(milestones::arrivedAt).orElse(milestones.requestedAt()),
                milestones.endedAt().orElseThrow(),
                milestones.waited(),
                outcome(session),
                names(session, participants),
                lines.stream()
                        .filter(line -> line.kind() == JournalLine.Kind.DECISION)
                        .map(TicketAftermath::decided)
                        .toList(),
                files.subList(0, listed),
                files.size() - listed,
                transcript);
    }

    private static String outcome(SupportSession session) {
        return switch (session.endReason().orElse(EndReason.EXPIRED)) {
            case BY_CUSTOMER -> "ended_by_customer";
            case BY_TECHNICIAN -> "ended_by_technician";
            case BY_ADMINISTRATOR -> "ended_by_administrator";
            case EXPIRED -> "session_expired";
            case CANCELLED -> "cancelled";
            case PIN_EXPIRED -> "pin_expired";
            case DECLINED -> "declined";
            case APPLET_LOST -> "applet_lost";
        };
    }

    /** Technicians first; who requested the session is named even if nobody ever connected. */
    private static List<String> names(SupportSession session, List<Participation> participants) {
        var technicians = participants.stream().filter(who -> !who.isCustomer()).map(Participation::name);
        var customers = participants.stream().filter(Participation::isCustomer).map(Participation::name);
        return Stream.concat(Stream.concat(Stream.of(session.invitation().technicianName()), technicians), customers)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static PermissionDecided decided(JournalLine line) {
        var how = switch (line.decision()) {
            case GRANTED, DECLINED -> "click";
            case TIMED_OUT -> "timeout";
            case WITHDRAWN -> "withdrawal";
            case NOT_PERMITTED -> "policy";
            case LAPSED -> "lapse";
        };
        var granted = line.decision() == JournalLine.Decision.GRANTED;
        return new PermissionDecided(line.permission().toLowerCase(Locale.ROOT), granted, line.at(), how);
    }

    private static FileMoved moved(JournalLine line) {
        var file = line.file();
        return new FileMoved(line.at(), line.author(), line.permission(), file.name(), file.bytes(), file.sha256());
    }
}
