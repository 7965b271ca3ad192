package org.beistand.helpdesk.directory.entity;

import jakarta.persistence.Column;
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

/** How a company reads its directory, and when it did. The password is here sealed only. */
@Entity
@Table(name = "directory_connection")
public class DirectoryConnection {

    /** In whose entry over there the last session is summed up. */
    public enum SummaryOf {
        NOBODY,
        /** Who asked for help. */
        REQUESTER,
        /** The computer that the ticket names. */
        DEVICE
    }

    private static final int USUAL_MINUTES = 60;
    private static final int USUAL_PERCENT = 20;

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(nullable = false)
    private boolean enabled;

    @Column(name = "sign_in", nullable = false)
    private boolean signIn;

    @Column(nullable = false)
    private boolean photos;

    @Column(nullable = false, length = 2000)
    private String servers;

    @Column(name = "user_name", nullable = false, length = 500)
    private String userName;

    @Column(name = "sealed_password", nullable = false, length = 2000)
    private String sealedPassword;

    @Column(nullable = false, length = 60000)
    private String authority;

    @Column(nullable = false, length = 1000)
    private String base;

    @Column(name = "people_filter", nullable = false, length = 2000)
    private String peopleFilter;

    @Column(name = "minutes_between", nullable = false)
    private int minutesBetween;

    @Column(name = "most_leaving", nullable = false)
    private int mostLeaving;

    @Enumerated(EnumType.STRING)
    @Column(name = "summary_of", nullable = false, length = 20)
    private SummaryOf summaryOf;

    @Column(name = "summary_attribute", nullable = false, length = 60)
    private String summaryAttribute;

    @Column(name = "began_at")
    private @Nullable Instant beganAt;

    @Column(name = "busy_until")
    private @Nullable Instant busyUntil;

    @Version
    private long version;

    /** Not connected yet. */
    public DirectoryConnection() {
        this.id = UUID.randomUUID();
        this.servers = "";
        this.userName = "";
        this.sealedPassword = "";
        this.authority = "";
        this.base = "";
        this.peopleFilter = "";
        this.minutesBetween = USUAL_MINUTES;
        this.mostLeaving = USUAL_PERCENT;
        this.summaryOf = SummaryOf.NOBODY;
        this.summaryAttribute = "";
    }

    /**
     * Where it is and who asks. Another directory, or another user, must never be shown the password of this one.
     *
     * @param newServers addresses, one on each line
     * @param sealedPasswordIfNew empty to keep the one that is there
     */
    public void reach(String newServers, String newUser, String sealedPasswordIfNew, String newAuthority) {
        if (!newServers.equals(servers) || !newUser.equals(userName)) {
            sealedPassword = "";
        }
        servers = newServers;
        userName = newUser;
        authority = newAuthority;
        sealedPassword = sealedPasswordIfNew.isEmpty() ? sealedPassword : sealedPasswordIfNew;
    }

    /** @param newAuthority certificates as PEM */
    public void trust(String newAuthority) {
        authority = newAuthority;
    }

    public void look(String newBase, String newPeopleFilter, boolean withPhotos) {
        base = newBase;
        peopleFilter = newPeopleFilter;
        photos = withPhotos;
    }

    /** @param percent of the people who are here: a run that would deactivate more changes nothing */
    public void run(boolean onSchedule, int minutes, int percent) {
        enabled = onSchedule;
        minutesBetween = minutes;
        mostLeaving = percent;
    }

    /** Whether people sign in with the password they have over there. */
    public void keepPasswords(boolean overThere) {
        signIn = overThere;
    }

    /** @param attribute that holds nothing else */
    public void sumUp(SummaryOf whose, String attribute) {
        summaryOf = whose;
        summaryAttribute = attribute;
    }

    public SummaryOf summaryOf() {
        return summaryOf;
    }

    public String summaryAttribute() {
        return summaryAttribute;
    }

    public UUID id() {
        return id;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public boolean isSignIn() {
        return signIn;
    }

    public boolean hasPhotos() {
        return photos;
    }

    /** Addresses, one on each line. */
    public String servers() {
        return servers;
    }

    public String userName() {
        return userName;
    }

    public String sealedPassword() {
        return sealedPassword;
    }

    /** Certificates as PEM, or empty for those that Java knows. */
    public String authority() {
        return authority;
    }

    public String base() {
        return base;
    }

    public String peopleFilter() {
        return peopleFilter;
    }

    public int minutesBetween() {
        return minutesBetween;
    }

    public int mostLeaving() {
        return mostLeaving;
    }

    /** When the last run began. */
    public Optional<Instant> beganAt() {
        return Optional.ofNullable(beganAt);
    }

    /** A run that is under way ends by then, or its node is gone. */
    public Optional<Instant> busyUntil() {
        return Optional.ofNullable(busyUntil);
    }
}
