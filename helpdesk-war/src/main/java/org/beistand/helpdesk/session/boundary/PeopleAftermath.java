package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.session.control.SessionEvent.ColleagueInvited;
import org.beistand.helpdesk.session.control.SessionEvent.SessionHandedOver;
import org.beistand.helpdesk.session.control.SessionEvent.TechnicianJoined;
import org.beistand.helpdesk.session.control.SessionEvent.TechnicianLeft;
import org.beistand.helpdesk.session.control.SessionEvent.TechnicianRemoved;
import org.beistand.helpdesk.session.control.SessionFacts;
import org.beistand.helpdesk.session.control.SessionPeople;
import org.beistand.helpdesk.session.entity.Colleague;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.SessionNews;
import org.beistand.helpdesk.ticket.entity.SessionNews.What;

/**
 * Writes into ticket and audit who came into a running session, left it, or leads it now, and by whose word; in the
 * transaction that made it true. That the one who opened the session joins it is no news.
 */
@ApplicationScoped
public class PeopleAftermath {

    @Inject
    TicketTimeline timeline;

    @Inject
    SessionPeople people;

    @Inject
    AuditLog audit;

    @Transactional(Transactional.TxType.MANDATORY)
    public void onInvited(@Observes ColleagueInvited invited) {
        audit(invited.session(), invited.by(), "session.colleague_invited", invited.name());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void onJoined(@Observes TechnicianJoined joined) {
        var invitedBy = people.colleague(joined.session().sessionId(), joined.technicianId())
                .map(Colleague::invitedBy);
        if (invitedBy.isPresent()) {
            var author = Author.technician(joined.technicianId(), joined.name());
            tell(joined.session(), What.JOINED, invitedBy.get(), author, joined.occurredAt());
            audit(joined.session(), joined.name(), "session.technician_joined", "invited by " + invitedBy.get());
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void onLeft(@Observes TechnicianLeft left) {
        var author = Author.technician(left.technicianId(), left.name());
        tell(left.session(), What.LEFT, left.name(), author, left.occurredAt());
        audit(left.session(), left.name(), "session.technician_left", "on purpose");
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void onHandedOver(@Observes SessionHandedOver handed) {
        var to = handed.session().technicianName();
        var author = Author.technician(handed.fromId(), handed.fromName());
        tell(handed.session(), What.HANDED_OVER, to, author, handed.occurredAt());
        audit(handed.session(), handed.by(), "session.handed_over", handed.fromName() + " -> " + to);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void onRemoved(@Observes TechnicianRemoved removed) {
        var author = Author.outside(removed.session().customerName());
        tell(removed.session(), What.REMOVED, removed.name(), author, removed.occurredAt());
        audit(removed.session(), removed.session().customerName(), "session.technician_removed", removed.name());
    }

    private void tell(SessionFacts session, What what, String person, Author author, Instant at) {
        timeline.addSessionNews(
                session.ticketId(), new SessionNews.Fact(session.sessionId(), what, person), author, at);
    }

    private void audit(SessionFacts session, String actor, String action, String detail) {
        audit.record(actor, action, session.ticketNumber() + " " + session.sessionId(), detail);
    }
}
