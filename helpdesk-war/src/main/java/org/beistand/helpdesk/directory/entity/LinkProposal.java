package org.beistand.helpdesk.directory.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Somebody over there who may be the person of an account that was made here. An administrator says yes or no. */
@Entity
@Table(name = "directory_proposal")
public class LinkProposal {

    /** What the two have in common. */
    public enum Reason {
        LOGIN_NAME,
        EMAIL
    }

    /** What the administrator said. */
    public enum State {
        OPEN,
        /** Two people: the one over there gets an account of their own. */
        REFUSED
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "object_guid", nullable = false)
    private UUID objectGuid;

    @Column(name = "account_id", nullable = false)
    private UUID accountId;

    @Column(name = "display_name", nullable = false, length = 300)
    private String displayName;

    @Column(name = "login_name", nullable = false, length = 300)
    private String loginName;

    @Column(nullable = false, length = 2000)
    private String dn;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private Reason reason;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private State state;

    @Column(name = "made_at", nullable = false)
    private Instant madeAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected LinkProposal() {}

    /** @param loginName of the person over there */
    public LinkProposal(
            UUID objectGuid,
            UUID accountId,
            String displayName,
            String loginName,
            String dn,
            Reason reason,
            Instant now) {
        this.id = UUID.randomUUID();
        this.objectGuid = objectGuid;
        this.accountId = accountId;
        this.displayName = displayName;
        this.loginName = loginName;
        this.dn = dn;
        this.reason = reason;
        this.state = State.OPEN;
        this.madeAt = now;
    }

    public void refuse() {
        state = State.REFUSED;
    }

    public UUID id() {
        return id;
    }

    public UUID objectGuid() {
        return objectGuid;
    }

    public UUID accountId() {
        return accountId;
    }

    public String displayName() {
        return displayName;
    }

    public String loginName() {
        return loginName;
    }

    public String dn() {
        return dn;
    }

    public Reason reason() {
        return reason;
    }

    public State state() {
        return state;
    }
}
