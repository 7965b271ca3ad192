package org.beistand.helpdesk.session.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.beistand.helpdesk.platform.security.SecretToken;

/**
 * Which session, of which company, a token opens. Installation-wide, because who comes with a token has not said yet which
 * company it belongs to; therefore it holds nothing but the way.
 */
@Entity
@Table(name = "session_door")
public class SessionDoor {

    /** What a token is for. One kind never opens the door of another. */
    public enum Kind {
        /** In the link that the technician sends; used up by the first customer who starts. */
        LINK,
        /** A link after its use: leads the browser that came by it back to its session, and nobody else anywhere. */
        USED_LINK,
        /** In the cookie of the customer's browser. */
        BROWSER,
        /** In the manifest beside the applet. */
        APPLET,
        /** In the link by which the applet's last page leads to the survey; made from the applet's own token. */
        SURVEY
    }

    @Id
    @Column(name = "token_hash", length = 64)
    private String tokenHash;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private Kind kind;

    @Column(name = "session_id", nullable = false, updatable = false)
    private UUID sessionId;

    @Column(name = "of_company", nullable = false, updatable = false)
    private UUID ofCompany;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    @SuppressWarnings("NullAway.Init")
    protected SessionDoor() {}

    public SessionDoor(SecretToken token, Kind kind, UUID sessionId, UUID ofCompany, Instant madeAt) {
        this.tokenHash = token.hash();
        this.kind = kind;
        this.sessionId = sessionId;
        this.ofCompany = ofCompany;
        this.madeAt = madeAt;
    }

    /** The token of the survey's link that goes with an applet's token. */
    public static SecretToken ofSurvey(SecretToken applet) {
        return applet.derived("beistand survey");
    }

    public Kind kind() {
        return kind;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public UUID ofCompany() {
        return ofCompany;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
