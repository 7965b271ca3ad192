package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.customer.control.Customers;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.identity.boundary.CompanyDirectory;
import org.beistand.helpdesk.platform.problem.ForbiddenException;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.session.control.PinDesk;
import org.beistand.helpdesk.session.control.SessionDoors;
import org.beistand.helpdesk.session.control.SessionEvent;
import org.beistand.helpdesk.session.control.SessionEvent.PinRenewed;
import org.beistand.helpdesk.session.control.SessionEvent.SessionRequested;
import org.beistand.helpdesk.session.control.SessionPeople;
import org.beistand.helpdesk.session.control.SessionSteps;
import org.beistand.helpdesk.session.control.Sessions;
import org.beistand.helpdesk.session.entity.EndReason;
import org.beistand.helpdesk.session.entity.Invitation;
import org.beistand.helpdesk.session.entity.SessionDoor;
import org.beistand.helpdesk.session.entity.SessionState;
import org.beistand.helpdesk.session.entity.SupportSession;
import org.beistand.helpdesk.technician.control.Technicians;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.Ticket;

/** What a technician does with support sessions. Each method is one transaction. */
@ApplicationScoped
@Transactional
public class SupportSessions {

    /** A session is a piece of work, not a standing connection. */
    private static final Duration LONGEST = Duration.ofHours(12);

    @Inject
    Sessions sessions;

    @Inject
    SessionDoors doors;

    @Inject
    SessionSteps steps;

    @Inject
    SessionPeople people;

    @Inject
    PinDesk pins;

    @Inject
    Tickets tickets;

    @Inject
    Technicians technicians;

    @Inject
    Customers customers;

    @Inject
    CompanyDirectory companies;

    @Inject
    Event<SessionEvent> events;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /**
     * Opens a session for a ticket. SESSION-FLOW 1 and 2.
     *
     * @return PIN and link token in clear; they are told this once and never again
     * @throws NotFoundException when the company has no such ticket
     */
    public OpenedSession request(Caller caller, UUID ticketId) {
        var company = companies.current();
        var ticket = tickets.require(ticketId);
        var now = clock.instant();
        var fresh = pins.draw(company.id(), company.pinLength(), Duration.ofMinutes(company.pinMinutes()));
        var session = SupportSession.request(
                UUID.randomUUID(), invitation(caller, ticket, company.language()), fresh.seal(), now);
        sessions.add(session);
        events.fire(new SessionRequested(steps.facts(session), now));
        return opened(session, company.id(), fresh);
    }

    /** A new PIN and a new link instead of the old ones, which are void at once. */
    public OpenedSession renewPin(Caller caller, UUID id) {
        var session = own(caller, id);
        if (session.state() != SessionState.REQUESTED) {
            throw new NotWaitingException();
        }
        var company = companies.current();
        var fresh = pins.draw(company.id(), company.pinLength(), Duration.ofMinutes(company.pinMinutes()));
        session.renewPin(fresh.seal());
        doors.close(id, SessionDoor.Kind.LINK);
        events.fire(new PinRenewed(steps.facts(session), clock.instant()));
        return opened(session, company.id(), fresh);
    }

    /** One more link into a session that nobody has followed yet, to be sent to the customer. SESSION-FLOW 2. */
    public LinkToPass passOn(Caller caller, UUID id) {
        var session = own(caller, id);
        if (!session.isOpenAt(clock.instant())) {
            throw new NotWaitingException();
        }
        var link = newLink(id, companies.current().id());
        return new LinkToPass("/join/" + link.value(), session.invitation(), session.pinExpiresAt());
    }

    /** A link below the helpdesk's public address, and whom it is for. {@code toString} does not show it. */
    public record LinkToPass(String path, Invitation invitation, Instant expiresAt) {
        @Override
        public String toString() {
            return "LinkToPass[" + invitation.ticketNumber() + "]";
        }
    }

    /** Ends a session, or takes an invitation back that nobody has followed yet. Ending twice is no error. */
    public void end(Caller caller, UUID id) {
        var session = locked(id);
        var mine = session.invitation().technicianId().equals(caller.accountId());
        if (!mine && !caller.role().includes(Role.ADMINISTRATOR)) {
            throw new ForbiddenException(caller + " did not open session " + id);
        }
        steps.end(session, reason(session, mine));
    }

    /** @throws NotFoundException also for a session of another company */
    public SessionView view(UUID id) {
        return SessionView.of(
                sessions.byId(id).orElseThrow(() -> new NotFoundException("session " + id)), clock.instant());
    }

    /** Waiting customers of the company, then what else the technician has open or may join. */
    public List<SessionView> queue(UUID technician) {
        var now = clock.instant();
        return sessions.queue(technician).stream()
                .map(session -> SessionView.of(session, now))
                .toList();
    }

    /** Sessions of others that this technician may join. */
    public Set<UUID> invitedTo(UUID technician) {
        return people.invitedTo(technician);
    }

    /** @throws ForbiddenException unless the technician leads the session or was brought in, and not sent away */
    public SessionView workspace(UUID id, UUID technician) {
        var session = sessions.byId(id).orElseThrow(() -> new NotFoundException("session " + id));
        people.require(session, technician);
        return SessionView.of(session, clock.instant());
    }

    /** What is open for a ticket, newest first. */
    public List<SessionView> runningOf(UUID ticket) {
        var now = clock.instant();
        return sessions.runningOf(ticket).stream()
                .map(session -> SessionView.of(session, now))
                .toList();
    }

    private static EndReason reason(SupportSession session, boolean mine) {
        if (session.state() == SessionState.REQUESTED) {
            return EndReason.CANCELLED;
        }
        return mine ? EndReason.BY_TECHNICIAN : EndReason.BY_ADMINISTRATOR;
    }

    private OpenedSession opened(SupportSession session, UUID company, PinDesk.Fresh fresh) {
        return new OpenedSession(
                session.id(),
                fresh.pin(),
                newLink(session.id(), company),
                fresh.seal().expiresAt());
    }

    private SecretToken newLink(UUID session, UUID company) {
        var token = SecretToken.random(random);
        doors.add(new SessionDoor(token, SessionDoor.Kind.LINK, session, company, clock.instant()));
        return token;
    }

    private Invitation invitation(Caller caller, Ticket ticket, String companyLanguage) {
        var technician = technicians
                .byId(caller.accountId())
                .orElseThrow(() -> new ForbiddenException(caller + " is no technician"));
        var customer = customers.byId(ticket.requesterId());
        return new Invitation(
                ticket.id(),
                ticket.number().toString(),
                ticket.subject(),
                technician.id(),
                technician.displayName(),
                technician.department(),
                customer.map(Customer::name).orElse(""),
                customer.map(known -> known.language().getLanguage()).orElse(companyLanguage),
                clock.instant().plus(LONGEST));
    }

    private SupportSession own(Caller caller, UUID id) {
        var session = locked(id);
        if (!session.invitation().technicianId().equals(caller.accountId())) {
            throw new ForbiddenException(caller + " did not open session " + id);
        }
        return session;
    }

    private SupportSession locked(UUID id) {
        return sessions.locked(id).orElseThrow(() -> new NotFoundException("session " + id));
    }
}
