package org.beistand.helpdesk.engine.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.AppletAdmission;
import org.beistand.engine.protocol.contract.RecordingTerms;
import org.beistand.engine.protocol.contract.RecordingTerms.Mode;
import org.beistand.engine.protocol.contract.SessionCard;
import org.beistand.engine.protocol.contract.ViewerAdmission;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.protocol.grant.SessionGrant;
import org.beistand.helpdesk.engine.control.Endings;
import org.beistand.helpdesk.engine.control.Relays;
import org.beistand.helpdesk.engine.control.SigningKeys;
import org.beistand.helpdesk.engine.entity.Relay;
import org.beistand.helpdesk.identity.boundary.CompanyDirectory;
import org.beistand.helpdesk.identity.control.Rights;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.recording.boundary.RecordingDesk;
import org.beistand.helpdesk.session.control.SessionPeople;
import org.beistand.helpdesk.session.control.Sessions;
import org.beistand.helpdesk.session.entity.Colleague;
import org.beistand.helpdesk.session.entity.EndReason;
import org.beistand.helpdesk.session.entity.RemovedByCustomerException;
import org.beistand.helpdesk.session.entity.SupportSession;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the signed way into a session. Each method is one transaction, for the current company. A grant is good for one
 * connection within a minute; whoever loses the connection comes back here, and is sent to another relay when the old one
 * is dead or being emptied.
 */
@ApplicationScoped
@Transactional(dontRollbackOn = Refusal.class)
public class Admissions {

    private static final Logger LOG = Logger.getLogger(Admissions.class.getName());

    /** The time to connect. */
    private static final Duration GRANT = Duration.ofSeconds(60);

    /** How long a question to the customer waits before silence is taken as no. */
    private static final int ASK_SECONDS = 60;

    private static final int LONGEST_NAME = 200;

    @Inject
    Sessions sessions;

    @Inject
    SessionPeople people;

    @Inject
    Relays relays;

    @Inject
    SigningKeys keys;

    @Inject
    RecordingDesk recordings;

    @Inject
    CompanyDirectory companies;

    @Inject
    RelayConnectSources sources;

    @Inject
    Clock clock;

    /**
     * @param lost address of the relay that did not let the technician in, if any
     * @throws NotFoundException also for a session of another company
     * @throws org.beistand.helpdesk.platform.problem.ForbiddenException for a technician whom nobody brought in
     * @throws Refusal when the session is over, no relay lives, or the customer removed the technician
     */
    public ViewerAdmission technician(Caller caller, UUID sessionId, Optional<String> lost) {
        var session = sessions.locked(sessionId).orElseThrow(() -> new NotFoundException("session " + sessionId));
        requireInvited(session, caller.accountId());
        var leads = session.invitation().isLedBy(caller.accountId());
        var rights = Rights.policy(new Rights.Facts(caller.role(), true, true, leads, recordings.denied()));
        var relay = relayFor(session, lost);
        var grant = grant(
                session,
                relay,
                caller.accountId(),
                Role.TECHNICIAN,
                name(session, caller.accountId()),
                rights.allowed());
        return new ViewerAdmission(grant, relay.url(), card(session));
    }

    private void requireInvited(SupportSession session, UUID technician) {
        try {
            people.require(session, technician);
        } catch (RemovedByCustomerException removed) {
            throw new Refusal(Status.REMOVED_BY_CUSTOMER, String.valueOf(removed.getMessage()));
        }
    }

    private String name(SupportSession session, UUID technician) {
        return people.colleague(session.id(), technician)
                .map(Colleague::name)
                .orElse(session.invitation().technicianName());
    }

    /**
     * @param lost address of the relay that did not let the applet in, if any
     * @throws Refusal when the session is over, unknown, or no relay lives
     */
    public AppletAdmission applet(UUID sessionId, Optional<String> lost) {
        var session =
                sessions.locked(sessionId).orElseThrow(() -> new Refusal(Status.GRANT_REFUSED, "no such session"));
        var relay = relayFor(session, lost);
        var invitation = session.invitation();
        var name = invitation.customerName().isEmpty() ? invitation.ticketNumber() : invitation.customerName();
        var grant = grant(session, relay, session.appletSubject(), Role.APPLET, name, Set.of());
        return new AppletAdmission(grant, relay.url(), card(session), recording());
    }

    private @Nullable RecordingTerms recording() {
        return recordings
                .terms()
                .map(terms -> new RecordingTerms(
                        terms.always() ? Mode.ALWAYS : Mode.ON_REQUEST,
                        terms.keyId().toString(),
                        terms.publicKey()))
                .orElse(null);
    }

    private Relay relayFor(SupportSession session, Optional<String> lost) {
        if (session.isOver() || !clock.instant().isBefore(session.invitation().latestEnd())) {
            throw new Refusal(Endings.status(session.endReason().orElse(EndReason.EXPIRED)), "the session is over");
        }
        var now = clock.instant();
        var relay = relays.forSession(session.relayId(), lost, now)
                .orElseThrow(() -> new Refusal(Status.RELAY_DRAINING, "no relay is there just now"));
        if (session.relayId().filter(relay.id()::equals).isEmpty()) {
            session.relayId().ifPresent(former -> {
                relays.moved(session.id(), former, relay.id(), now);
                LOG.log(Level.INFO, "The session goes on at relay {0} instead of {1}", new Object[] {relay.id(), former
                });
            });
            session.runOn(relay.id(), now);
            relay.expectOneMore();
        }
        sources.learn(relay.url());
        return relay;
    }

    private String grant(
            SupportSession session, Relay relay, UUID subject, Role role, String name, Set<Permission> permissions) {
        var now = clock.instant();
        return keys.signer()
                .sign(new SessionGrant(
                        relay.id(),
                        subject,
                        UUID.randomUUID(),
                        now,
                        now.plus(GRANT),
                        session.id(),
                        companies.current().id().toString(),
                        role,
                        name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                        permissions,
                        session.invitation().latestEnd()));
    }

    private SessionCard card(SupportSession session) {
        var invitation = session.invitation();
        return new SessionCard(
                session.id(),
                companies.current().name(),
                invitation.technicianName(),
                invitation.technicianDepartment().isEmpty() ? null : invitation.technicianDepartment(),
                invitation.ticketNumber(),
                invitation.ticketSubject(),
                invitation.customerName().isEmpty() ? null : invitation.customerName(),
                invitation.language(),
                ASK_SECONDS);
    }
}
