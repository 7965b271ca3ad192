package org.beistand.helpdesk.servicenow.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.servicenow.control.CallerClients;
import org.beistand.helpdesk.servicenow.control.CallerClients.Made;

/** Makes and revokes what a company's ServiceNow proves itself with. */
@ApplicationScoped
@Transactional
public class CallerAdministration {

    private static final int LONGEST_NAME = 100;

    @Inject
    CallerClients clients;

    @Inject
    CurrentCaller current;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** An access as lists show it. */
    public record Access(String clientId, String name, Instant createdAt, Optional<Instant> usedAt) {}

    public List<Access> all() {
        Caller caller = current.require(Role.ADMINISTRATOR);
        return clients.of(caller.companyId()).stream()
                .map(client -> new Access(client.clientId(), client.name(), client.createdAt(), client.usedAt()))
                .toList();
    }

    /** @return with the secrets, which are shown this once */
    public Made make(String name) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new ConnectionRuleException("rule.name");
        }
        Made made = clients.make(caller.companyId(), name.strip(), caller.accountId());
        audit.record(caller.name(), "servicenow.access_created", name.strip(), made.clientId());
        return made;
    }

    /** Void at once, with every token it was given. */
    public void revoke(String clientId) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        var client = clients.find(caller.companyId(), clientId)
                .orElseThrow(() -> new NotFoundException("access " + clientId));
        client.revoke(clock.instant());
        audit.record(caller.name(), "servicenow.access_revoked", client.name(), clientId);
    }
}
