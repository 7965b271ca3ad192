package org.beistand.helpdesk.session.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.session.control.SessionEvent.AppletJoined;
import org.beistand.helpdesk.session.control.SessionEvent.CustomerArrived;
import org.beistand.helpdesk.session.control.SessionEvent.SessionEnded;
import org.beistand.helpdesk.session.control.SessionEvent.SessionStarted;
import org.beistand.helpdesk.session.control.SessionEvent.SessionSummarised;
import org.beistand.helpdesk.session.control.SessionEvent.TechnicianJoined;
import org.beistand.helpdesk.session.control.SessionEvent.TechnicianRemoved;
import org.beistand.helpdesk.session.control.SessionEvent.TermsAccepted;
import org.beistand.helpdesk.session.entity.Arrival;
import org.beistand.helpdesk.session.entity.EndReason;
import org.beistand.helpdesk.session.entity.Participation;
import org.beistand.helpdesk.session.entity.SessionDoor;
import org.beistand.helpdesk.session.entity.SupportSession;

/**
 * The steps of a session that more than one door can cause, each with its event. Called inside the transaction of whoever
 * causes the step, with the session loaded in it.
 */
@ApplicationScoped
public class SessionSteps {

    @Inject
    SessionDoors doors;

    @Inject
    SessionJournal journal;

    @Inject
    SessionPeople people;

    @Inject
    Event<SessionEvent> events;

    @Inject
    Clock clock;

    public void arrive(SupportSession session, Arrival how) {
        var now = clock.instant();
        session.arrive(how, now);
        doors.useLinks(session.id());
        events.fire(new CustomerArrived(facts(session), how, now));
    }

    public void acceptTerms(SupportSession session) {
        if (session.milestones().termsAcceptedAt().isEmpty()) {
            var now = clock.instant();
            session.acceptTerms(now);
            events.fire(new TermsAccepted(facts(session), now));
        }
    }

    /** Somebody connected, for the first time or again. */
    public void joined(SupportSession session, UUID subject, boolean customer, String name, Instant at) {
        if (session.isOver()) {
            return;
        }
        var known = journal.participation(session.id(), subject);
        known.ifPresentOrElse(
                Participation::cameBack,
                () -> journal.add(new Participation(session.id(), subject, customer, name, at)));
        var started = customer ? session.appletJoined(at) : session.technicianJoined(at);
        if (known.isEmpty()) {
            events.fire(
                    customer
                            ? new AppletJoined(facts(session), at)
                            : new TechnicianJoined(facts(session), subject, name, at));
        }
        if (started) {
            events.fire(new SessionStarted(facts(session), at));
        }
    }

    public void left(SupportSession session, UUID subject, boolean customer, Instant at) {
        journal.participation(session.id(), subject).ifPresent(who -> who.left(at));
        if (customer) {
            session.appletLeft(at);
        } else {
            session.technicianLeft(journal.participants(session.id()).stream()
                    .anyMatch(who -> !who.isCustomer() && who.leftAt().isEmpty()));
        }
    }

    /** The customer removed a technician: no grant leads them back. */
    public void removed(SupportSession session, UUID technician, String name, Instant at) {
        people.remove(session, technician, name, at);
        events.fire(new TechnicianRemoved(facts(session), technician, name, at));
    }

    /**
     * Ends the session unless it has ended before. The summary follows when the applet has delivered the rest of its
     * journal; if no applet is there to deliver anything, at once. SESSION-FLOW 8.
     */
    public void end(SupportSession session, EndReason reason) {
        var now = clock.instant();
        var appletWillTell = session.isAppletHere();
        if (!session.end(reason, now)) {
            return;
        }
        doors.close(session.id(), SessionDoor.Kind.LINK);
        journal.participants(session.id()).stream()
                .filter(who -> who.leftAt().isEmpty())
                .forEach(who -> who.left(now));
        events.fire(new SessionEnded(
                facts(session),
                reason,
                session.milestones().waited().toSeconds(),
                session.milestones().worked().toSeconds(),
                now));
        if (!appletWillTell) {
            summarise(session);
        }
    }

    /** Writes the summary into the ticket, unless it is there. SESSION-FLOW 9. */
    public void summarise(SupportSession session) {
        var now = clock.instant();
        if (session.summarise(now)) {
            events.fire(new SessionSummarised(facts(session), now));
        }
    }

    public SessionFacts facts(SupportSession session) {
        return SessionFacts.of(CurrentCompany.require(), session);
    }
}
