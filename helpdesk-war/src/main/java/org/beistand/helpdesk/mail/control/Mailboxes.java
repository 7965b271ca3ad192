package org.beistand.helpdesk.mail.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.beistand.helpdesk.mail.entity.MailIncoming;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.integration.mail.Mailbox.Mark;

/** The current company's mailbox and how far it is read. Runs in the caller's transaction. */
@ApplicationScoped
public class Mailboxes {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Clock clock;

    public Optional<MailIncoming> current() {
        return entities.createQuery("from MailIncoming", MailIncoming.class)
                .getResultStream()
                .findFirst();
    }

    /** The company's mailbox, made if there is none. */
    public MailIncoming own() {
        return current().orElseGet(() -> {
            var fresh = MailIncoming.notSetUp();
            entities.persist(fresh);
            return fresh;
        });
    }

    /** Whether it is time to read; of several nodes that ask, one gets {@code true}. */
    public boolean takePoll(MailIncoming mailbox) {
        Instant now = clock.instant();
        return entities.createQuery("update MailIncoming set polledAt = :now"
                                + " where id = :id and (polledAt is null or polledAt <= :due)")
                        .setParameter("now", now)
                        .setParameter("id", mailbox.id())
                        .setParameter("due", now.minusSeconds(mailbox.pollSeconds()))
                        .executeUpdate()
                == 1;
    }

    /** Everything until there is dealt with. Never goes back, unless the folder's numbers are new. */
    public boolean reached(Mark mark) {
        return entities.createQuery("update MailIncoming set uidValidity = :validity, lastUid = :last"
                                + " where companyId = :company and (uidValidity <> :validity or lastUid < :last)")
                        .setParameter("validity", mark.validity())
                        .setParameter("last", mark.last())
                        .setParameter("company", CurrentCompany.require())
                        .executeUpdate()
                > 0;
    }

    /** Another mailbox, or another folder of it, is read from its present end. */
    public void forgetPlace() {
        entities.createQuery("update MailIncoming set uidValidity = 0, lastUid = 0 where companyId = :company")
                .setParameter("company", CurrentCompany.require())
                .executeUpdate();
    }

    /** Looks again at once. */
    public boolean hurry() {
        return entities.createQuery("update MailIncoming set polledAt = null where companyId = :company")
                        .setParameter("company", CurrentCompany.require())
                        .executeUpdate()
                > 0;
    }

    /** That the mailbox was read to its end. */
    public boolean noteSuccess() {
        return entities.createQuery("update MailIncoming set succeededAt = :now where companyId = :company")
                        .setParameter("now", clock.instant())
                        .setParameter("company", CurrentCompany.require())
                        .executeUpdate()
                > 0;
    }

    public boolean noteTrouble(String reason) {
        return entities.createQuery(
                                "update MailIncoming set failedAt = :now, failure = :reason where companyId = :company")
                        .setParameter("now", clock.instant())
                        .setParameter("reason", reason.substring(0, Math.min(reason.length(), 1000)))
                        .setParameter("company", CurrentCompany.require())
                        .executeUpdate()
                > 0;
    }
}
