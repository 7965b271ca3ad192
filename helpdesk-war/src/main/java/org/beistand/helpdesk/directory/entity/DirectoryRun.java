package org.beistand.helpdesk.directory.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One import, as it went. Written once at its end, never changed. */
@Entity
@Table(name = "directory_run")
public class DirectoryRun {

    private static final int LONGEST_DETAIL = 1000;

    /** How it ended. */
    public enum Outcome {
        DONE,
        /** The directory was read, and what it said was not believed: nothing was changed. */
        REFUSED,
        /** The directory was not read to the end: nothing was changed. */
        FAILED
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "began_at", nullable = false)
    private Instant beganAt;

    @Column(name = "ended_at", nullable = false)
    private Instant endedAt;

    @Column(name = "started_by", nullable = false, length = 200)
    private String startedBy;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private Outcome outcome;

    @Column(nullable = false, length = 40)
    private String trouble;

    @Column(nullable = false, length = LONGEST_DETAIL)
    private String detail;

    @Column(nullable = false, length = 500)
    private String server;

    @Embedded
    private Counts counts;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected DirectoryRun() {}

    /** @param startedBy login name of an administrator, or {@code system} */
    public DirectoryRun(Instant beganAt, Instant endedAt, String startedBy, String server, Counts counts) {
        this.id = UUID.randomUUID();
        this.beganAt = beganAt;
        this.endedAt = endedAt;
        this.startedBy = startedBy;
        this.outcome = Outcome.DONE;
        this.trouble = "";
        this.detail = "";
        this.server = server;
        this.counts = counts;
    }

    /** Why nothing was changed. @param why key of a text, and what exactly in {@code what} */
    public DirectoryRun withTrouble(Outcome how, String why, String what) {
        outcome = how;
        trouble = why;
        detail = what.length() <= LONGEST_DETAIL ? what : what.substring(0, LONGEST_DETAIL);
        return this;
    }

    public Instant beganAt() {
        return beganAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public String startedBy() {
        return startedBy;
    }

    public Outcome outcome() {
        return outcome;
    }

    public String trouble() {
        return trouble;
    }

    public String detail() {
        return detail;
    }

    public String server() {
        return server;
    }

    public Counts counts() {
        return counts;
    }

    /**
     * How many people.
     *
     * @param seen in the groups, whatever their standing
     * @param proposed who wait for an administrator's word
     * @param stuck who could not be taken over
     */
    @Embeddable
    public record Counts(
            int seen,
            int created,
            int changed,
            @Column(name = "left_count") int left,
            int returned,
            int proposed,
            int stuck) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
    }
}
