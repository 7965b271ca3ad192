package org.beistand.helpdesk.session.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A PIN was looked up and did not match: when and from where, never which. Forgotten after a window. */
@Entity
@Table(name = "wrong_pin")
public class WrongPin {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(nullable = false, updatable = false, length = 64)
    private String source;

    @Column(name = "at", nullable = false, updatable = false)
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected WrongPin() {}

    public WrongPin(UUID id, String source, Instant at) {
        this.id = id;
        this.source = source;
        this.at = at;
    }

    public UUID id() {
        return id;
    }

    public String source() {
        return source;
    }

    public Instant at() {
        return at;
    }
}
