package org.beistand.helpdesk.survey.control;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.event.DomainEvent;
import org.beistand.helpdesk.session.control.SessionFacts;

/** A customer said how the session was. @param comment may be empty */
public record SurveyAnswered(SessionFacts session, int stars, String comment, Instant occurredAt)
        implements DomainEvent {

    @Override
    public UUID companyId() {
        return session.companyId();
    }

    @Override
    public Optional<UUID> ticketId() {
        return Optional.of(session.ticketId());
    }

    @Override
    public String type() {
        return "session.survey_answered";
    }

    @Override
    public Record payload() {
        return this;
    }
}
