package org.beistand.helpdesk.servicenow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.authority.control.CompanyAuthorities;
import org.beistand.helpdesk.platform.secret.Vault;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.servicenow.entity.IncidentLink;
import org.beistand.helpdesk.servicenow.entity.ServiceNowConnection;
import org.beistand.integration.Authorities;
import org.beistand.integration.Outcome.ForeignRecord;
import org.beistand.integration.servicenow.ServiceNowAccess;
import org.beistand.integration.servicenow.ServiceNowAccess.Credentials;

/** The current company's connection to its instance, and which ticket is which incident. */
@ApplicationScoped
public class Connections {

    private static final String PASSWORD = "servicenow password";
    private static final String SECRET = "servicenow client secret";

    private static final Duration NOTED = Duration.ofMinutes(1);

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Vault vault;

    @Inject
    CompanyAuthorities authorities;

    @Inject
    Clock clock;

    public Optional<ServiceNowConnection> current() {
        return entities.createQuery("from ServiceNowConnection", ServiceNowConnection.class)
                .getResultStream()
                .findFirst();
    }

    public Optional<ServiceNowConnection> enabled() {
        return current().filter(ServiceNowConnection::isEnabled);
    }

    /** The company's connection, made if there is none. */
    public ServiceNowConnection own() {
        return current().orElseGet(() -> {
            var fresh = new ServiceNowConnection(Mapping.USUAL);
            entities.persist(fresh);
            return fresh;
        });
    }

    public String sealPassword(String password) {
        return vault.seal(CurrentCompany.require(), PASSWORD, password);
    }

    public String sealSecret(String secret) {
        return vault.seal(CurrentCompany.require(), SECRET, secret);
    }

    /** With the secrets opened; for use, never for showing. */
    public ServiceNowAccess access(ServiceNowConnection connection) {
        UUID company = CurrentCompany.require();
        String password =
                vault.open(company, PASSWORD, connection.sealedPassword()).orElse("");
        String secret = vault.open(company, SECRET, connection.sealedSecret()).orElse("");
        var credentials = switch (connection.accessKind()) {
            case BASIC -> new Credentials.Basic(connection.userName(), password);
            case CLIENT -> new Credentials.Client(connection.clientId(), secret);
            case CLIENT_AND_USER ->
                new Credentials.ClientAndUser(connection.clientId(), secret, connection.userName(), password);
        };
        return new ServiceNowAccess(
                URI.create(connection.instance()),
                connection.userName(),
                credentials,
                new Authorities(authorities.certificates()));
    }

    public Optional<IncidentLink> incident(UUID ticket) {
        return Optional.ofNullable(entities.find(IncidentLink.class, ticket));
    }

    public Optional<IncidentLink> bySysId(String sysId) {
        return entities.createQuery("from IncidentLink where sysId = :sysId", IncidentLink.class)
                .setParameter("sysId", sysId)
                .getResultStream()
                .findFirst();
    }

    /** Remembers the incident before anything else is done with it. */
    public IncidentLink link(UUID ticket, ForeignRecord incident) {
        return incident(ticket).orElseGet(() -> {
            var link = new IncidentLink(ticket, incident.id(), incident.number(), clock.instant());
            entities.persist(link);
            return link;
        });
    }

    /** That the instance was reached. */
    public boolean noteSuccess() {
        return entities.createQuery("update ServiceNowConnection set succeededAt = :now where companyId = :company")
                        .setParameter("company", CurrentCompany.require())
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                > 0;
    }

    /** That the instance as a whole is in trouble. */
    public boolean noteFailure(String reason) {
        return entities.createQuery("update ServiceNowConnection set failedAt = :now, failure = :reason"
                                + " where companyId = :company")
                        .setParameter("company", CurrentCompany.require())
                        .setParameter("now", clock.instant())
                        .setParameter("reason", reason)
                        .executeUpdate()
                > 0;
    }

    /** Whether it is time to poll; of several nodes that ask, one gets {@code true}. */
    public boolean takePoll(ServiceNowConnection connection, Instant now) {
        return entities.createQuery("update ServiceNowConnection set polledAt = :now"
                                + " where id = :id and (polledAt is null or polledAt <= :due)"
                                + " and (pollNotBefore is null or pollNotBefore <= :now)")
                        .setParameter("now", now)
                        .setParameter("id", connection.id())
                        .setParameter("due", now.minusSeconds(connection.pollSeconds()))
                        .executeUpdate()
                == 1;
    }

    /** That a poll had no answer. @param pause how long the instance is not asked again */
    public boolean pollFailed(String reason, Duration pause) {
        entities.createQuery("update ServiceNowConnection set pollFailures = pollFailures + 1,"
                        + " pollNotBefore = :next where companyId = :company")
                .setParameter("company", CurrentCompany.require())
                .setParameter("next", clock.instant().plus(pause))
                .executeUpdate();
        return noteFailure(reason);
    }

    /** What was in the way may be gone: the next poll waits for nothing but its turn. */
    public boolean forgetPollFailures() {
        return entities.createQuery("update ServiceNowConnection set pollFailures = 0, pollNotBefore = null"
                                + " where companyId = :company and pollFailures > 0")
                        .setParameter("company", CurrentCompany.require())
                        .executeUpdate()
                > 0;
    }

    /** Everything until then is known. */
    public boolean polled(String until) {
        return entities.createQuery(
                                "update ServiceNowConnection set watermark = :until, succeededAt = :now"
                                        + " where companyId = :company and (watermark < :until or succeededAt is null or succeededAt < :before)")
                        .setParameter("company", CurrentCompany.require())
                        .setParameter("until", until)
                        .setParameter("now", clock.instant())
                        .setParameter("before", clock.instant().minus(NOTED))
                        .executeUpdate()
                > 0;
    }

    /** Another instance knows none of our incidents: each ticket becomes a new one there, with its next event. */
    public void forgetIncidents() {
        for (String table : new String[] {"servicenow_incident", "servicenow_journal"}) {
            entities.createNativeQuery("delete from " + table + " where company_id = ?1")
                    .setParameter(1, CurrentCompany.require())
                    .executeUpdate();
        }
    }
}
