package org.beistand.helpdesk.invitation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.invitation.entity.InvitationPolicy;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.ticket.control.Dispatches;
import org.beistand.helpdesk.ticket.entity.Dispatch.Purpose;

/** The current company's rules for invitations, and whether they let one more through. */
@ApplicationScoped
public class InvitationPolicies {

    private static final Duration HOUR = Duration.ofHours(1);

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Dispatches dispatches;

    @Inject
    Clock clock;

    /** What applies; not stored as long as it is the usual. */
    public InvitationPolicy current() {
        return entities.createQuery("from InvitationPolicy", InvitationPolicy.class)
                .getResultStream()
                .findFirst()
                .orElseGet(InvitationPolicy::new);
    }

    /** The stored row, made if there is none, locked until the transaction ends. */
    public InvitationPolicy locked() {
        entities.createNativeQuery("""
                        insert into invitation_policy
                        (id, company_id, pin_by_mail, pin_by_sms, technician_hour, company_hour, version)
                        values (?1, ?2, false, false, ?3, ?4, 0) on conflict do nothing
                        """)
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, CurrentCompany.require())
                .setParameter(3, InvitationPolicy.USUAL_TECHNICIAN_HOUR)
                .setParameter(4, InvitationPolicy.USUAL_COMPANY_HOUR)
                .executeUpdate();
        return entities.createQuery("from InvitationPolicy", InvitationPolicy.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    /** @throws InvitationRuleException if this technician, or the whole company, has sent enough in the last hour */
    public InvitationPolicy requireRoom(UUID technician) {
        var policy = locked();
        Instant since = clock.instant().minus(HOUR);
        if (dispatches.countSince(Purpose.INVITATION, since, Optional.of(technician)) >= policy.technicianHour()) {
            throw InvitationRuleException.tooMany("limit.technician", policy.technicianHour());
        }
        if (dispatches.countSince(Purpose.INVITATION, since, Optional.empty()) >= policy.companyHour()) {
            throw InvitationRuleException.tooMany("limit.company", policy.companyHour());
        }
        return policy;
    }
}
