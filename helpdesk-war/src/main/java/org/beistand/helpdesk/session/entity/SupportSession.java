package org.beistand.helpdesk.session.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * One technician helping one customer with one ticket.
 *
 * <p>A technician <em>requests</em> it from a ticket and gets a PIN and a link. While nobody has come, the technician may
 * renew the PIN, or cancel; and if the PIN runs out, the session ends by itself. The customer <em>arrives</em> with PIN or
 * link, which are void from then on, and the session is <em>waiting</em>: the customer reads who asks and for what, and
 * either declines, which ends it, or accepts the terms, downloads the applet and starts it. When applet and technician have
 * both joined, in whatever order, it is <em>active</em>. Either of them may leave and come back; the session stays active,
 * until one of them, an administrator, its latest end, or five minutes without the applet <em>end</em> it. Others may come
 * to help, and be <em>handed</em> the lead. It ends once: the first reason stands, and what comes later finds it over.
 *
 * <p>What was said, asked and decided meanwhile is in its {@link JournalLine}s, who was there in its
 * {@link Participation}s.
 */
@Entity
@Table(name = "support_session")
public class SupportSession {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Embedded
    private Invitation invitation;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private SessionState state;

    @Column(name = "pin_hash", length = 64)
    private @Nullable String pinHash;

    /** Names the redemption that used the PIN up, so that the one statement's winner finds its row. */
    @Column
    private @Nullable UUID claim;

    @Column(name = "pin_digits", nullable = false)
    private int pinDigits;

    @Column(name = "pin_expires_at", nullable = false)
    private Instant pinExpiresAt;

    @Column(name = "applet_subject", nullable = false, updatable = false)
    private UUID appletSubject;

    @Column(name = "relay_id", length = 100)
    private @Nullable String relayId;

    @Embedded
    private Milestones milestones;

    @Column(name = "applet_here")
    private boolean appletHere;

    @Column(name = "applet_gone_at")
    private @Nullable Instant appletGoneAt;

    @Column(name = "technician_here")
    private boolean technicianHere;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason", length = 20)
    private @Nullable EndReason endReason;

    @Column(name = "summarised_at")
    private @Nullable Instant summarisedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected SupportSession() {}

    private SupportSession(UUID id, Invitation invitation, PinSeal pin, Instant at) {
        this.id = id;
        this.invitation = invitation;
        this.milestones = new Milestones(at);
        this.state = SessionState.REQUESTED;
        this.pinHash = pin.hash();
        this.pinDigits = pin.digits();
        this.pinExpiresAt = pin.expiresAt();
        this.appletSubject = UUID.randomUUID();
    }

    /** A technician wants to help. SESSION-FLOW 1. */
    public static SupportSession request(UUID id, Invitation invitation, PinSeal pin, Instant at) {
        return new SupportSession(id, invitation, pin, at);
    }

    /**
     * The technician asks for a new PIN; the old one is void.
     *
     * @throws SessionOverException when the session is over
     * @throws IllegalStateException when the customer is here already
     */
    public void renewPin(PinSeal pin) {
        requireRunning();
        if (state != SessionState.REQUESTED) {
            throw new IllegalStateException("The customer has arrived; no PIN is needed any more");
        }
        pinHash = pin.hash();
        pinDigits = pin.digits();
        pinExpiresAt = pin.expiresAt();
    }

    /** Whether PIN and link open it at that time. */
    public boolean isOpenAt(Instant at) {
        return state == SessionState.REQUESTED && at.isBefore(pinExpiresAt);
    }

    /**
     * The customer is here. SESSION-FLOW 3.
     *
     * @throws SessionOverException when the session is over
     */
    public void arrive(Arrival how, Instant at) {
        requireRunning();
        if (state == SessionState.REQUESTED) {
            state = SessionState.WAITING;
            milestones.arrived(how, at);
        }
        pinHash = null;
    }

    /** The customer read who asks, for what, and under which terms, and said yes. */
    public void acceptTerms(Instant at) {
        requireRunning();
        milestones.termsAccepted(at);
    }

    /** Its relay from now on. Whoever was at another one is gone from there, and may come to this one. */
    public void runOn(String relay, Instant at) {
        requireRunning();
        if (appletHere) {
            appletLeft(at);
        }
        technicianLeft(false);
        relayId = relay;
    }

    /** @return whether the session became active by this */
    public boolean appletJoined(Instant at) {
        appletHere = true;
        appletGoneAt = null;
        return startIfBothAreHere(at);
    }

    /** @return whether the session became active by this */
    public boolean technicianJoined(Instant at) {
        technicianHere = true;
        return startIfBothAreHere(at);
    }

    public void appletLeft(Instant at) {
        appletHere = false;
        if (appletGoneAt == null) {
            appletGoneAt = at;
        }
    }

    /** @param othersAreHere whether another technician still is */
    public void technicianLeft(boolean othersAreHere) {
        technicianHere = othersAreHere;
    }

    /** Somebody else leads it from now on. @throws SessionOverException when the session is over */
    public void handOverTo(UUID technician, String name, String department) {
        requireRunning();
        invitation = invitation.ledBy(technician, name, department);
    }

    /**
     * Ends it for everybody, at once; PIN and link are void.
     *
     * @return false when it had ended before: then nothing has changed
     */
    public boolean end(EndReason reason, Instant at) {
        if (state == SessionState.ENDED) {
            return false;
        }
        state = SessionState.ENDED;
        endReason = reason;
        milestones.ended(at);
        pinHash = null;
        appletHere = false;
        technicianHere = false;
        return true;
    }

    /**
     * What happened is written into the ticket, once.
     *
     * @return false when it had been written before
     * @throws IllegalStateException while the session runs
     */
    public boolean summarise(Instant at) {
        if (state != SessionState.ENDED) {
            throw new IllegalStateException("The session still runs");
        }
        if (summarisedAt != null) {
            return false;
        }
        summarisedAt = at;
        return true;
    }

    private boolean startIfBothAreHere(Instant at) {
        if (state != SessionState.WAITING || !appletHere || !technicianHere) {
            return false;
        }
        state = SessionState.ACTIVE;
        milestones.started(at);
        return true;
    }

    public void requireRunning() {
        if (state == SessionState.ENDED) {
            throw new SessionOverException(endReason().orElse(EndReason.EXPIRED));
        }
    }

    public UUID id() {
        return id;
    }

    /** Set by the persistence provider when the session is stored. */
    public Optional<UUID> companyId() {
        return Optional.ofNullable(companyId);
    }

    /** Whom it is for, who asks, and for which ticket. */
    public Invitation invitation() {
        return invitation;
    }

    /** When it reached what. */
    public Milestones milestones() {
        return milestones;
    }

    public SessionState state() {
        return state;
    }

    public Instant pinExpiresAt() {
        return pinExpiresAt;
    }

    /** Who the applet is in grants, however often it reconnects. */
    public UUID appletSubject() {
        return appletSubject;
    }

    public Optional<String> relayId() {
        return Optional.ofNullable(relayId);
    }

    public boolean isAppletHere() {
        return appletHere;
    }

    public boolean isTechnicianHere() {
        return technicianHere;
    }

    /** Since when the applet's connection is lost; empty while it is there, or before it ever was. */
    public Optional<Instant> appletGoneAt() {
        return Optional.ofNullable(appletGoneAt);
    }

    public Optional<EndReason> endReason() {
        return Optional.ofNullable(endReason);
    }

    /** When its summary went into the ticket; what the applet delivers later changes nothing. */
    public Optional<Instant> summarisedAt() {
        return Optional.ofNullable(summarisedAt);
    }

    public boolean isOver() {
        return state == SessionState.ENDED;
    }
}
