package org.beistand.helpdesk.directory.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.beistand.helpdesk.authority.control.CompanyAuthorities;
import org.beistand.helpdesk.directory.entity.DirectoryConnection;
import org.beistand.helpdesk.platform.secret.Vault;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.integration.Authorities;
import org.beistand.integration.directory.DirectoryAccess;

/** The current company's connection to its directory. */
@ApplicationScoped
public class DirectoryConnections {

    private static final String PASSWORD = "directory password";

    /** No import takes as long; a node that died in one keeps the others waiting for so long. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(15);

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Vault vault;

    @Inject
    CompanyAuthorities authorities;

    public Optional<DirectoryConnection> current() {
        return entities.createQuery("from DirectoryConnection", DirectoryConnection.class)
                .getResultStream()
                .findFirst();
    }

    /** The company's connection, made if there is none. */
    public DirectoryConnection own() {
        return current().orElseGet(() -> {
            var fresh = new DirectoryConnection();
            entities.persist(fresh);
            return fresh;
        });
    }

    public String seal(String password) {
        return vault.seal(CurrentCompany.require(), PASSWORD, password);
    }

    /** With the password opened; for use, never for showing. Empty while no server is set. */
    public Optional<DirectoryAccess> access() {
        return current()
                .filter(own -> !own.servers().isBlank())
                .map(own -> new DirectoryAccess(
                        servers(own.servers()),
                        own.userName(),
                        vault.open(CurrentCompany.require(), PASSWORD, own.sealedPassword())
                                .orElse(""),
                        own.authority(),
                        own.base(),
                        own.peopleFilter(),
                        new Authorities(authorities.certificates())));
    }

    /** @throws IllegalArgumentException when a line is no address */
    public static List<URI> servers(String lines) {
        return lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(URI::create)
                .toList();
    }

    /**
     * Begins a run unless one is under way, or the last began too short a while ago; of several nodes that ask, one gets
     * {@code true}.
     */
    public boolean begin(DirectoryConnection connection, Instant now, Duration after) {
        return entities.createQuery("update DirectoryConnection set beganAt = :now, busyUntil = :until where id = :id"
                                + " and (busyUntil is null or busyUntil <= :now)"
                                + " and (beganAt is null or beganAt <= :due)")
                        .setParameter("now", now)
                        .setParameter("until", now.plus(LONGEST_RUN))
                        .setParameter("id", connection.id())
                        .setParameter("due", now.minus(after))
                        .executeUpdate()
                == 1;
    }

    /** The run that began then is over, however it went. */
    public boolean end(Instant beganAt) {
        return entities.createQuery("update DirectoryConnection set busyUntil = null"
                                + " where companyId = :company and beganAt = :began")
                        .setParameter("company", CurrentCompany.require())
                        .setParameter("began", beganAt)
                        .executeUpdate()
                == 1;
    }
}
