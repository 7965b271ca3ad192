package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a customer said about a session when it was over: stars, and words if they liked. One for each session. */
@Entity
@Table(name = "ticket_survey_answer")
public non-sealed class SurveyAnswer extends TimelineRow implements TimelineEntry {

    /** Stars there are; one is the fewest. */
    public static final int MOST_STARS = 5;

    public static final int LONGEST_COMMENT = 1000;

    /** @param stars from 1 to {@link #MOST_STARS} @param comment may be empty */
    public record Said(UUID sessionId, int stars, String comment) {

        /** @throws IllegalArgumentException when it is no answer */
        public Said {
            // U+0000 is no text, and PostgreSQL refuses it.
            comment = comment.replace("\0", "").strip();
            if (stars < 1 || stars > MOST_STARS || comment.length() > LONGEST_COMMENT) {
                throw new IllegalArgumentException("not an answer");
            }
        }
    }

    @Column(name = "session_id", nullable = false, updatable = false)
    private UUID sessionId;

    @Column(nullable = false, updatable = false)
    private int stars;

    @Column(name = "comment_text", nullable = false, updatable = false, length = LONGEST_COMMENT)
    private String comment;

    @SuppressWarnings("NullAway.Init")
    protected SurveyAnswer() {}

    public SurveyAnswer(UUID id, UUID ticketId, Said said, Author author, Instant at) {
        super(id, ticketId, author, at);
        this.sessionId = said.sessionId();
        this.stars = said.stars();
        this.comment = said.comment();
    }

    public Said said() {
        return new Said(sessionId, stars, comment);
    }
}
