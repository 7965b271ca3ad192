package org.beistand.helpdesk.recording.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.recording.control.RecordingPolicies;
import org.beistand.helpdesk.recording.entity.RecordingKey;
import org.beistand.helpdesk.recording.entity.RecordingPolicy.Mode;

/** What an administrator decides about recording. */
@ApplicationScoped
@Transactional
public class RecordingAdministration {

    @Inject
    RecordingPolicies policies;

    @Inject
    CurrentCaller current;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** What holds now. */
    public record Settings(Mode mode, int keepDays, Optional<KeyMade> key) {}

    /** Who made the company's key, and when. */
    public record KeyMade(UUID id, String by, Instant at) {

        /** Enough of it to tell two keys apart. */
        public String getShortName() {
            return id.toString().substring(0, 8);
        }
    }

    public Settings settings() {
        current.require(Role.ADMINISTRATOR);
        var policy = policies.policy();
        var key = policies.currentKey().map(made -> new KeyMade(made.id(), made.createdBy(), made.createdAt()));
        return new Settings(policy.mode(), policy.keepDays(), key);
    }

    /**
     * Changes what is recorded from now on, and how long everything is kept.
     *
     * @throws org.beistand.helpdesk.recording.entity.NoRecordingKeyException when there is no key to record for
     */
    public void decide(Mode mode, int keepDays) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        policies.own().decide(mode, keepDays);
        audit.record(
                caller.name(),
                "recording.configured",
                mode.name().toLowerCase(Locale.ROOT),
                "kept for " + keepDays + " days");
    }

    /**
     * From now on recordings are sealed for this key.
     *
     * @return what it is called
     */
    public UUID make(RecordingKey.Material material) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        var key = new RecordingKey(material, caller.name(), clock.instant());
        policies.use(key);
        audit.record(caller.name(), "recording.key_created", key.id().toString(), "public key " + material.publicKey());
        return key.id();
    }
}
