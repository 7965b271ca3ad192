package org.beistand.helpdesk.audit.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;

/** Shows administrators their company's audit. */
@ApplicationScoped
@Transactional
public class AuditTrail {

    @Inject
    AuditLog log;

    @Inject
    CurrentCaller current;

    /** Newest first. */
    public List<AuditLine> latest(int first, int count) {
        current.require(Role.ADMINISTRATOR);
        return log.latest(first, count).stream()
                .map(entry -> new AuditLine(
                        entry.recordedAt(),
                        entry.actor(),
                        entry.action(),
                        entry.subject(),
                        entry.detail(),
                        entry.source()))
                .toList();
    }

    public long count() {
        current.require(Role.ADMINISTRATOR);
        return log.count();
    }

    /** One line of the audit. */
    public record AuditLine(
            Instant recordedAt, String actor, String action, String subject, String detail, String source) {}
}
