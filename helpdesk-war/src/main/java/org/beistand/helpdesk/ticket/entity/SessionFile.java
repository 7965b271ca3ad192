package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.beistand.helpdesk.ticket.entity.SessionSummary.FileMoved;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A file on the card of the session in which it was moved. Comes and stays with the card. */
@Entity
@Table(name = "ticket_session_file")
class SessionFile {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "entry_id", nullable = false, updatable = false)
    private SessionEntry entry;

    @Column(nullable = false, updatable = false)
    private int position;

    @Column(name = "moved_at", nullable = false, updatable = false)
    private Instant movedAt;

    @Column(nullable = false, updatable = false, length = 200)
    private String technician;

    @Column(nullable = false, updatable = false, length = 40)
    private String permission;

    @Column(nullable = false, updatable = false, length = 255)
    private String name;

    @Column(nullable = false, updatable = false)
    private long bytes;

    @Column(nullable = false, updatable = false, length = 64)
    private String sha256;

    @SuppressWarnings("NullAway.Init")
    protected SessionFile() {}

    SessionFile(SessionEntry entry, int position, FileMoved file) {
        this.id = UUID.randomUUID();
        this.entry = entry;
        this.position = position;
        this.movedAt = file.at();
        this.technician = file.technician();
        this.permission = file.permission();
        this.name = file.name();
        this.bytes = file.bytes();
        this.sha256 = file.sha256();
    }

    FileMoved moved() {
        return new FileMoved(movedAt, technician, permission, name, bytes, sha256);
    }
}
