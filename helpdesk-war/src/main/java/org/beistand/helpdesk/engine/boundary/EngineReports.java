package org.beistand.helpdesk.engine.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.Journal;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.beistand.engine.protocol.contract.RelayEvent;
import org.beistand.helpdesk.engine.control.Endings;
import org.beistand.helpdesk.engine.control.Relays;
import org.beistand.helpdesk.session.control.SessionEvent;
import org.beistand.helpdesk.session.control.SessionEvent.PermissionGranted;
import org.beistand.helpdesk.session.control.SessionEvent.PermissionRefused;
import org.beistand.helpdesk.session.control.SessionEvent.PermissionWithdrawn;
import org.beistand.helpdesk.session.control.SessionFacts;
import org.beistand.helpdesk.session.control.SessionJournal;
import org.beistand.helpdesk.session.control.SessionSteps;
import org.beistand.helpdesk.session.control.Sessions;
import org.beistand.helpdesk.session.entity.JournalLine;
import org.beistand.helpdesk.session.entity.JournalLine.Decision;
import org.beistand.helpdesk.session.entity.SupportSession;
import org.beistand.helpdesk.technician.control.Technicians;
import org.beistand.helpdesk.technician.entity.Technician;

/**
 * Takes in what relays and applets report about sessions of the current company. Both deliver at least once and after any
 * delay; everything here may therefore be repeated, and what comes after the summary changes nothing. SESSION-FLOW 6.
 */
@ApplicationScoped
@Transactional
public class EngineReports {

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PERMISSION = 40;

    @Inject
    Sessions sessions;

    @Inject
    SessionSteps steps;

    @Inject
    SessionJournal journal;

    @Inject
    Relays relays;

    @Inject
    Technicians technicians;

    @Inject
    Event<SessionEvent> events;

    @Inject
    Clock clock;

    /** One event of a relay, together with the note that it was taken. */
    public void take(String relayId, RelayEvent event) {
        if (!relays.take(event.eventId(), relayId, clock.instant())) {
            return;
        }
        sessions.locked(event.sessionId()).ifPresent(session -> {
            if (session.relayId().filter(now -> !now.equals(relayId)).isEmpty()) {
                apply(session, event);
            } else {
                applyLate(session, event);
            }
        });
    }

    /**
     * What a relay tells of a session that has gone on to another one: who was there was there, but says nothing about who
     * is there now, and that relay's giving up on an applet that left it is no end.
     */
    private void applyLate(SupportSession session, RelayEvent event) {
        boolean isNews = switch (event.kind()) {
            case PARTICIPANT_JOINED ->
                subject(event)
                        .filter(who -> journal.participation(session.id(), who).isEmpty())
                        .isPresent();
            case PARTICIPANT_LEFT -> false;
            case SESSION_ENDED -> event.status() != Status.SESSION_EXPIRED;
        };
        if (!isNews) {
            return;
        }
        apply(session, event);
        if (event.kind() == RelayEvent.Kind.PARTICIPANT_JOINED && isApplet(event)) {
            session.appletLeft(clock.instant());
        }
    }

    private void apply(SupportSession session, RelayEvent event) {
        var at = plausible(session, event.at());
        switch (event.kind()) {
            case PARTICIPANT_JOINED ->
                subject(event)
                        .ifPresent(who ->
                                steps.joined(session, who, isApplet(event), name(session, who, isApplet(event)), at));
            case PARTICIPANT_LEFT -> subject(event).ifPresent(who -> steps.left(session, who, isApplet(event), at));
            case SESSION_ENDED -> {
                if (event.status().endsSession()) {
                    steps.end(session, Endings.reason(event.status()));
                }
            }
        }
    }

    /** What an applet noted down. The line that the session has ended is its last: the summary can be written. */
    public void take(UUID sessionId, Journal delivered) {
        var session = sessions.locked(sessionId);
        if (session.isEmpty() || session.get().summarisedAt().isPresent()) {
            return;
        }
        var ids = delivered.entries().stream().map(JournalEntry::entryId).toList();
        var known = ids.isEmpty() ? java.util.Set.<UUID>of() : journal.known(sessionId, ids);
        var room = SessionJournal.MOST_LINES - journal.count(sessionId);
        for (var entry : delivered.entries()) {
            if (entry.kind() == JournalEntry.Kind.SESSION_ENDED) {
                steps.end(session.get(), Endings.reason(java.util.Objects.requireNonNull(entry.status())));
                steps.summarise(session.get());
            } else if (room > 0 && known.add(entry.entryId())) {
                room--;
                keep(session.get(), entry);
            }
        }
    }

    private void keep(SupportSession session, JournalEntry entry) {
        var id = session.id();
        var at = plausible(session, entry.at());
        switch (entry.kind()) {
            case CHAT_LINE ->
                journal.add(JournalLine.chat(
                        id,
                        entry.entryId(),
                        entry.number(),
                        at,
                        Claims.name(entry.author(), LONGEST_NAME),
                        entry.fromCustomer(),
                        Claims.text(entry.text(), LONGEST_TEXT)));
            case PERMISSION_DECIDED -> {
                var line = JournalLine.decision(
                        id,
                        entry.entryId(),
                        entry.number(),
                        at,
                        Claims.name(entry.author(), LONGEST_NAME),
                        Claims.name(entry.permission(), LONGEST_PERMISSION),
                        Decision.valueOf(java.util.Objects.requireNonNull(entry.decision())
                                .name()));
                journal.add(line);
                events.fire(decided(steps.facts(session), line));
            }
            case CAPTURE_FAILED ->
                journal.add(JournalLine.captureFailed(
                        id, entry.entryId(), entry.number(), at, Claims.text(entry.text(), LONGEST_TEXT)));
            case STEERING_PASSED ->
                journal.add(JournalLine.steeringPassed(
                        id, entry.entryId(), entry.number(), at, Claims.name(entry.author(), LONGEST_NAME)));
            case TECHNICIAN_REMOVED -> {
                var name = Claims.name(entry.author(), LONGEST_NAME);
                journal.add(JournalLine.removed(id, entry.entryId(), entry.number(), at, name));
                technician(entry.text()).ifPresent(who -> steps.removed(session, who, name, at));
            }
            case CLIPBOARD_MOVED ->
                journal.add(JournalLine.clipboard(
                        id,
                        entry.entryId(),
                        entry.number(),
                        at,
                        Claims.name(entry.author(), LONGEST_NAME),
                        Claims.name(entry.permission(), LONGEST_PERMISSION),
                        Claims.forms(entry.text())));
            case FILE_MOVED ->
                Claims.file(entry)
                        .ifPresent(file -> journal.add(JournalLine.file(
                                id,
                                entry.entryId(),
                                entry.number(),
                                at,
                                Claims.name(entry.author(), LONGEST_NAME),
                                Claims.name(entry.permission(), LONGEST_PERMISSION),
                                file)));
            case SESSION_ENDED -> throw new IllegalArgumentException("Not a line");
        }
    }

    /** Of this company; anything else an applet may have written removes nobody. */
    private Optional<UUID> technician(@org.jspecify.annotations.Nullable String subject) {
        try {
            return Optional.of(UUID.fromString(String.valueOf(subject)))
                    .filter(id -> technicians.byId(id).isPresent());
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static SessionEvent decided(SessionFacts facts, JournalLine line) {
        return switch (line.decision()) {
            case GRANTED -> new PermissionGranted(facts, line.permission(), line.author(), line.at());
            case WITHDRAWN, LAPSED -> new PermissionWithdrawn(facts, line.permission(), line.at());
            case DECLINED, TIMED_OUT, NOT_PERMITTED ->
                new PermissionRefused(
                        facts, line.permission(), line.author(), line.decision().name(), line.at());
        };
    }

    private static Optional<UUID> subject(RelayEvent event) {
        return Optional.ofNullable(event.subject());
    }

    private static boolean isApplet(RelayEvent event) {
        return event.role() == Role.APPLET;
    }

    private String name(SupportSession session, UUID subject, boolean applet) {
        if (applet) {
            return session.invitation().customerName();
        }
        return technicians
                .byId(subject)
                .map(Technician::displayName)
                .orElse(session.invitation().technicianName());
    }

    /** The clock of somebody else's machine, brought into what can be true. */
    private Instant plausible(SupportSession session, Instant claimed) {
        var now = clock.instant();
        if (claimed.isAfter(now)) {
            return now;
        }
        var requested = session.milestones().requestedAt();
        return claimed.isBefore(requested) ? requested : claimed;
    }
}
