package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.helpdesk.identity.control.Accounts;
import org.beistand.helpdesk.identity.control.Rights;
import org.beistand.helpdesk.platform.problem.ForbiddenException;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.session.control.SessionEvent;
import org.beistand.helpdesk.session.control.SessionEvent.ColleagueInvited;
import org.beistand.helpdesk.session.control.SessionEvent.SessionHandedOver;
import org.beistand.helpdesk.session.control.SessionEvent.TechnicianLeft;
import org.beistand.helpdesk.session.control.SessionJournal;
import org.beistand.helpdesk.session.control.SessionPeople;
import org.beistand.helpdesk.session.control.SessionSteps;
import org.beistand.helpdesk.session.control.Sessions;
import org.beistand.helpdesk.session.entity.Colleague;
import org.beistand.helpdesk.session.entity.Invitation;
import org.beistand.helpdesk.session.entity.Participation;
import org.beistand.helpdesk.session.entity.RemovedByCustomerException;
import org.beistand.helpdesk.session.entity.SupportSession;
import org.beistand.helpdesk.technician.control.Technicians;
import org.beistand.helpdesk.technician.entity.Technician;
import org.beistand.helpdesk.ticket.control.TicketChanges;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.TicketEdit;
import org.beistand.helpdesk.ticket.entity.TicketState;

/** Several technicians in one session: who is there, inviting, handing over, leaving. Each method is one transaction. */
@ApplicationScoped
@Transactional
public class SessionColleagues {

    /** Who is not among these is found by typing more of the name. */
    private static final int MOST_FOUND = 20;

    @Inject
    Sessions sessions;

    @Inject
    SessionPeople people;

    @Inject
    SessionJournal journal;

    @Inject
    SessionSteps steps;

    @Inject
    Technicians technicians;

    @Inject
    Accounts accounts;

    @Inject
    Tickets tickets;

    @Inject
    TicketChanges changes;

    @Inject
    Event<SessionEvent> events;

    @Inject
    Clock clock;

    /**
     * Everybody of the session, then others of the company who could be invited.
     *
     * @param part of a name or department; empty for everybody
     */
    public List<ColleagueView> find(Caller caller, UUID id, String part) {
        var session = sessions.byId(id).orElseThrow(() -> new NotFoundException("session " + id));
        people.require(session, caller.accountId());
        var all = people.of(id);
        var invited = ids(all.stream()
                .filter(colleague -> colleague.removedAt().isEmpty())
                .map(Colleague::technicianId)
                .toList());
        var removed = ids(all.stream()
                .map(Colleague::technicianId)
                .filter(technician -> !invited.contains(technician))
                .toList());
        var here = ids(journal.participants(id).stream()
                .filter(who -> who.leftAt().isEmpty())
                .map(Participation::subject)
                .toList());
        var wanted = part.strip().toLowerCase(Locale.ROOT);
        return technicians.active().stream()
                .filter(technician -> !removed.contains(technician.id()))
                .map(technician -> new ColleagueView(
                        technician.id(),
                        technician.displayName(),
                        technician.department(),
                        invited.contains(technician.id()),
                        here.contains(technician.id()),
                        session.invitation().isLedBy(technician.id())))
                .filter(view -> view.invited() || view.leads() || matches(view, wanted))
                .sorted(Comparator.comparing((ColleagueView view) -> !view.leads())
                        .thenComparing(view -> !view.invited()))
                .limit(MOST_FOUND)
                .toList();
    }

    /** Lets a colleague join. Inviting twice is no error. */
    public void invite(Caller caller, UUID id, UUID technicianId) {
        var session = locked(id);
        people.require(session, caller.accountId());
        requireRight(caller, session, Permission.INVITE);
        session.requireRunning();
        invite(caller, session, whoCanHelp(session, technicianId));
    }

    /**
     * Makes somebody else the one who leads the session, and invites them if nobody has; who led it stays invited. By who
     * leads, or an administrator.
     */
    public void handOver(Caller caller, UUID id, UUID technicianId) {
        var session = locked(id);
        if (!caller.role().includes(Role.ADMINISTRATOR)) {
            people.require(session, caller.accountId());
            requireRight(caller, session, Permission.TRANSFER);
        }
        session.requireRunning();
        var next = whoCanHelp(session, technicianId);
        if (session.invitation().isLedBy(next.id())) {
            return;
        }
        var before = session.invitation();
        people.invite(session, before.technicianId(), before.technicianName(), next.displayName(), clock.instant());
        invite(caller, session, next);
        session.handOverTo(next.id(), next.displayName(), next.department());
        handOverTicket(before, next, Author.technician(caller.accountId(), name(caller)));
        events.fire(new SessionHandedOver(
                steps.facts(session), before.technicianId(), before.technicianName(), name(caller), clock.instant()));
    }

    /** Somebody goes on purpose; the session goes on, and they may come back. */
    public void leave(Caller caller, UUID id) {
        var session = locked(id);
        people.require(session, caller.accountId());
        var present = journal.participation(id, caller.accountId())
                .filter(who -> who.leftAt().isEmpty());
        if (present.isPresent() && !session.isOver()) {
            var now = clock.instant();
            steps.left(session, caller.accountId(), false, now);
            events.fire(new TechnicianLeft(
                    steps.facts(session), caller.accountId(), present.get().name(), now));
        }
    }

    /** The ticket follows its session, unless somebody else was working on it anyway, or it is done. */
    private void handOverTicket(Invitation before, Technician next, Author author) {
        var ticket = tickets.requireForUpdate(before.ticketId());
        var isTheirs = ticket.assigneeId().filter(before.technicianId()::equals).isPresent();
        if (isTheirs && ticket.state() != TicketState.CLOSED) {
            var edit = TicketEdit.nothing().withAssignee(Optional.of(next.id()));
            changes.change(ticket.id(), ticket.version(), edit, author);
        }
    }

    private void invite(Caller caller, SupportSession session, Technician technician) {
        if (session.invitation().isLedBy(technician.id())
                || people.colleague(session.id(), technician.id()).isPresent()) {
            return;
        }
        var now = clock.instant();
        var by = name(caller);
        people.invite(session, technician.id(), technician.displayName(), by, now);
        events.fire(new ColleagueInvited(steps.facts(session), technician.id(), technician.displayName(), by, now));
    }

    /**
     * A technician of the company who works, has an account whose rights allow to see a screen, and was not sent away by
     * the customer.
     */
    private Technician whoCanHelp(SupportSession session, UUID id) {
        var technician = technicians.byId(id).orElseThrow(() -> new NotFoundException("technician " + id));
        var role = accounts.byId(id)
                .orElseThrow(() -> new NotFoundException("account " + id))
                .role();
        var rights = Rights.policy(new Rights.Facts(
                role, technician.isActive(), true, session.invitation().isLedBy(id), Set.of()));
        if (!rights.allowed().contains(Permission.VIEW)) {
            throw new ForbiddenException("technician " + id + " may not help: "
                    + rights.of(Permission.VIEW).reason());
        }
        if (people.colleague(session.id(), id).flatMap(Colleague::removedAt).isPresent()) {
            throw new RemovedByCustomerException("technician " + id);
        }
        return technician;
    }

    /** What the company forbids is about tools, never about people: nothing of it is asked here. */
    private static void requireRight(Caller caller, SupportSession session, Permission permission) {
        var facts =
                new Rights.Facts(caller.role(), true, true, session.invitation().isLedBy(caller.accountId()), Set.of());
        var verdict = Rights.policy(facts).of(permission);
        if (!verdict.allowed()) {
            throw new ForbiddenException(caller + " lacks " + permission + ": " + verdict.reason());
        }
    }

    private String name(Caller caller) {
        return technicians.byId(caller.accountId()).map(Technician::displayName).orElse(caller.name());
    }

    private static boolean matches(ColleagueView view, String wanted) {
        return view.name().toLowerCase(Locale.ROOT).contains(wanted)
                || view.department().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static Set<UUID> ids(List<UUID> list) {
        return list.stream().collect(Collectors.toUnmodifiableSet());
    }

    private SupportSession locked(UUID id) {
        return sessions.locked(id).orElseThrow(() -> new NotFoundException("session " + id));
    }
}
