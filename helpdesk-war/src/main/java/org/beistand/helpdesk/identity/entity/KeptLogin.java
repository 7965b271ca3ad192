package org.beistand.helpdesk.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.beistand.helpdesk.platform.security.SecretToken;

/** Installation-wide: a browser's login, which outlives the process that it was made at. */
@Entity
@Table(name = "kept_login")
public class KeptLogin {

    /** A working day and its overtime; after that a new process asks for the password. */
    public static final Duration KEPT = Duration.ofHours(12);

    @Id
    @Column(name = "token_hash", length = 64)
    private String tokenHash;

    @Column(name = "account_id", nullable = false)
    private UUID accountId;

    @Column(name = "of_company", nullable = false)
    private UUID company;

    @Column(nullable = false)
    private Instant since;

    @Column(name = "csrf_token", length = 64, nullable = false)
    private String csrfToken;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected KeptLogin() {}

    public KeptLogin(SecretToken token, UUID accountId, UUID company, Instant since, String csrfToken) {
        this.tokenHash = token.hash();
        this.accountId = accountId;
        this.company = company;
        this.since = since;
        this.csrfToken = csrfToken;
    }

    public boolean isGoodAt(Instant now) {
        return now.isBefore(since.plus(KEPT));
    }

    public UUID accountId() {
        return accountId;
    }

    public UUID company() {
        return company;
    }

    public Instant since() {
        return since;
    }

    public String csrfToken() {
        return csrfToken;
    }
}
