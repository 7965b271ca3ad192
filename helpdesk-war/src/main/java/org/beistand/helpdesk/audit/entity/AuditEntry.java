package org.beistand.helpdesk.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One line of the audit: written once, never changed. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false)
    private @Nullable UUID companyId;

    @Column(name = "recorded_at", nullable = false)
    private Instant recordedAt;

    @Column(nullable = false, length = 200)
    private String actor;

    @Column(nullable = false, length = 100)
    private String action;

    @Column(nullable = false, length = 300)
    private String subject;

    @Column(nullable = false, length = 2000)
    private String detail;

    @Column(nullable = false, length = 64)
    private String source;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected AuditEntry() {}

    public AuditEntry(Instant at, String actor, String action, String subject, String detail, String source) {
        this.id = UUID.randomUUID();
        this.recordedAt = at;
        this.actor = cut(actor, 200);
        this.action = cut(action, 100);
        this.subject = cut(subject, 300);
        this.detail = cut(detail, 2000);
        this.source = cut(source, 64);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    public UUID id() {
        return id;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** Login name, token name, or {@code system}. */
    public String actor() {
        return actor;
    }

    /** Dotted name, e.g. {@code company.changed}. */
    public String action() {
        return action;
    }

    /** What it was done to, in words. */
    public String subject() {
        return subject;
    }

    /** What changed; never a secret. */
    public String detail() {
        return detail;
    }

    /** Address of the request that caused it; empty when the house did it by itself. */
    public String source() {
        return source;
    }
}
