package org.beistand.helpdesk.recording.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Whether a company records its sessions, for which key, and how long it keeps them. Never, until somebody decides so. */
@Entity
@Table(name = "recording_policy")
public class RecordingPolicy {

    /** A quarter: as long as somebody may still ask what was done. */
    public static final int USUAL_DAYS = 90;

    public static final int FEWEST_DAYS = 1;

    /** Ten years: what laws ask of some trades. */
    public static final int MOST_DAYS = 3650;

    /** When sessions are recorded. */
    public enum Mode {
        NEVER,
        /** A technician asks for it, the customer decides. */
        ON_REQUEST,
        /** The customer is asked before anything is seen; no yes, no view. */
        ALWAYS
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Enumerated(EnumType.STRING)
    @Column(name = "recording_mode", nullable = false, length = 16)
    private Mode mode;

    @Column(name = "keep_days", nullable = false)
    private int keepDays;

    @Column(name = "current_key_id")
    private @Nullable UUID currentKeyId;

    @Version
    private long version;

    public RecordingPolicy() {
        this.id = UUID.randomUUID();
        this.mode = Mode.NEVER;
        this.keepDays = USUAL_DAYS;
    }

    /**
     * Changes what is recorded from now on and how long everything is kept.
     *
     * @throws NoRecordingKeyException when there is nothing that a recording could be sealed for
     * @throws IllegalArgumentException when nothing is kept so long
     */
    public void decide(Mode wanted, int days) {
        if (days < FEWEST_DAYS || days > MOST_DAYS) {
            throw new IllegalArgumentException("Recordings are not kept for " + days + " days");
        }
        if (wanted != Mode.NEVER && currentKeyId == null) {
            throw new NoRecordingKeyException();
        }
        mode = wanted;
        keepDays = days;
    }

    /** From now on recordings are sealed for this key; older ones keep theirs. */
    public void sealFor(RecordingKey key) {
        currentKeyId = key.id();
    }

    public Mode mode() {
        return mode;
    }

    public boolean records() {
        return mode != Mode.NEVER;
    }

    public int keepDays() {
        return keepDays;
    }

    public Optional<UUID> currentKeyId() {
        return Optional.ofNullable(currentKeyId);
    }
}
