package org.beistand.helpdesk.invitation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.invitation.entity.Invitation;
import org.beistand.helpdesk.platform.secret.Vault;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.session.control.Sessions;
import org.beistand.helpdesk.session.entity.SupportSession;

/** Invitations on their way, for whoever hands them over. Runs in the caller's transaction. */
@ApplicationScoped
public class Invitations {

    private static final String PURPOSE = "invitation";

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Vault vault;

    @Inject
    Sessions sessions;

    @Inject
    Clock clock;

    /** What an invitation lets in by. {@code toString} shows neither. @param pin grouped for reading; empty for none */
    public record Secret(String link, String pin) {
        @Override
        public String toString() {
            return "Secret[hidden]";
        }
    }

    /** An invitation as it is to be written. */
    public record Opened(
            String link,
            String pin,
            Locale language,
            Instant expiresAt,
            String technician,
            String ticket,
            String customer) {
        @Override
        public String toString() {
            return "Opened[" + ticket + "]";
        }
    }

    /** Keeps one until it is handed over, and wipes those that nobody will hand over any more. */
    public void keep(UUID dispatchId, UUID sessionId, Secret secret, Locale language, Instant expiresAt) {
        entities.createQuery("update Invitation set sealed = '' where expiresAt < :now and sealed <> ''")
                .setParameter("now", clock.instant())
                .executeUpdate();
        String sealed = vault.seal(CurrentCompany.require(), PURPOSE, secret.link() + "\n" + secret.pin());
        entities.persist(new Invitation(dispatchId, sessionId, sealed, language, expiresAt));
    }

    /** Empty if it came too late: the time is over, the customer is here already, or the codes were renewed. */
    public Optional<Opened> open(UUID id) {
        var invitation = Optional.ofNullable(entities.find(Invitation.class, id));
        var session = invitation
                .flatMap(found -> sessions.byId(found.sessionId()))
                .filter(found -> found.isOpenAt(clock.instant()))
                .filter(found ->
                        !found.pinExpiresAt().isAfter(invitation.orElseThrow().expiresAt()));
        var secret = invitation.flatMap(found -> vault.open(CurrentCompany.require(), PURPOSE, found.sealed()));
        return session.isEmpty() || secret.isEmpty()
                ? Optional.empty()
                : Optional.of(opened(invitation.orElseThrow(), session.orElseThrow(), secret.orElseThrow()));
    }

    /** It was handed over, or never will be. */
    public void wipe(UUID id) {
        Optional.ofNullable(entities.find(Invitation.class, id)).ifPresent(Invitation::wipe);
    }

    private static Opened opened(Invitation invitation, SupportSession session, String secret) {
        String[] parts = secret.split("\n", 2);
        return new Opened(
                parts[0],
                parts[1],
                invitation.language(),
                invitation.expiresAt(),
                session.invitation().technicianName(),
                session.invitation().ticketNumber(),
                session.invitation().customerName());
    }
}
