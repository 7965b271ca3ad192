package org.beistand.helpdesk.survey.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.event.DomainEvent;
import org.beistand.helpdesk.session.control.SessionSteps;
import org.beistand.helpdesk.session.entity.SupportSession;
import org.beistand.helpdesk.survey.entity.SurveySettings;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.SurveyAnswer;
import org.beistand.helpdesk.ticket.entity.SurveyAnswer.Said;

/** Asks once about a session in which somebody helped, for a week after its end. SESSION-FLOW 9. */
@ApplicationScoped
public class Surveys {

    /** Later nobody remembers, and a link that lies around in a mailbox opens nothing. */
    static final Duration OPEN_FOR = Duration.ofDays(7);

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    TicketTimeline timeline;

    @Inject
    SessionSteps steps;

    @Inject
    Event<DomainEvent> events;

    @Inject
    Clock clock;

    /** Where a session stands. */
    public enum Standing {
        /** The customer is asked. */
        OPEN,
        /** They have said it. */
        ANSWERED,
        /** Nobody is asked: still running, never begun, too long ago, or switched off. */
        CLOSED
    }

    /** What the company asks. */
    public SurveySettings settings() {
        return stored().orElseGet(SurveySettings::new);
    }

    /** As {@link #settings}, to be changed. */
    public SurveySettings own() {
        return stored().orElseGet(() -> {
            var fresh = new SurveySettings();
            entities.persist(fresh);
            return fresh;
        });
    }

    private Optional<SurveySettings> stored() {
        return entities.createQuery("from SurveySettings", SurveySettings.class)
                .getResultStream()
                .findFirst();
    }

    public Optional<SurveyAnswer> answer(UUID session) {
        return timeline.surveyAnswer(session);
    }

    public Standing standing(SupportSession session) {
        if (answer(session.id()).isPresent()) {
            return Standing.ANSWERED;
        }
        Instant now = clock.instant();
        boolean fresh = session.milestones()
                .endedAt()
                .filter(end -> end.plus(OPEN_FOR).isAfter(now))
                .isPresent();
        boolean helped = session.milestones().startedAt().isPresent();
        return fresh && helped && settings().isEnabled() ? Standing.OPEN : Standing.CLOSED;
    }

    /**
     * Takes an answer, if there is still one to take.
     *
     * @param session locked by this transaction, so that of two answers one comes first
     */
    public void answer(SupportSession session, int stars, String comment) {
        if (standing(session) != Standing.OPEN) {
            return;
        }
        var said = new Said(session.id(), stars, comment);
        var invitation = session.invitation();
        Instant now = clock.instant();
        timeline.addSurveyAnswer(invitation.ticketId(), said, Author.outside(invitation.customerName()), now);
        events.fire(new SurveyAnswered(steps.facts(session), said.stars(), said.comment(), now));
    }
}
