package org.beistand.helpdesk.mail.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.helpdesk.mail.control.Intake;
import org.beistand.helpdesk.mail.control.MailAccounts;
import org.beistand.helpdesk.mail.control.MailMessages;
import org.beistand.helpdesk.mail.control.MailMessages.Noted;
import org.beistand.helpdesk.mail.control.Mailboxes;
import org.beistand.helpdesk.mail.entity.MailIncoming;
import org.beistand.helpdesk.mail.entity.MailMessage.Fate;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.outbox.boundary.Transactions;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.integration.mail.IncomingMail;
import org.beistand.integration.mail.MailAddress;
import org.beistand.integration.mail.Mailbox;
import org.beistand.integration.mail.Mailbox.Mark;
import org.beistand.integration.mail.Mailbox.Read;

/**
 * Reads a company's mailbox. Each message is taken in together with the place in the mailbox in one transaction: killed
 * before it, the message is read again; killed after it, it is behind the mark. A message that cannot be taken in, or that
 * the server does not give, is tried three times, for database, disk or server may be in trouble for a moment; then it is
 * written down as refused, stays in the mailbox with a flag, and holds nobody else up.
 */
@ApplicationScoped
public class MailboxPolls {

    private static final Logger LOG = Logger.getLogger(MailboxPolls.class.getName());

    private static final int TRIES = 3;

    @Inject
    Mailboxes mailboxes;

    @Inject
    MailAccounts accounts;

    @Inject
    MailMessages messages;

    @Inject
    Intake intake;

    @Inject
    Transactions transactions;

    @Inject
    RunningRoutes routes;

    @Inject
    Clock clock;

    /** The message at which each company's mailbox stopped. */
    private final Map<UUID, Stumble> stumbles = new ConcurrentHashMap<>();

    private record Stumble(long validity, long uid, int times) {
        Stumble again(Stumble now) {
            return validity == now.validity && uid == now.uid ? new Stumble(validity, uid, times + 1) : now;
        }
    }

    private record Due(Mailbox mailbox, Mark since, Optional<UUID> channel) {}

    /** Reads the current company's mailbox if it is time, and nobody else does. */
    public void pollIfDue() {
        transactions.of(this::due).ifPresent(this::poll);
    }

    private Optional<Due> due() {
        return mailboxes
                .current()
                .filter(MailIncoming::isEnabled)
                .filter(mailboxes::takePoll)
                .map(own -> new Due(
                        new Mailbox(accounts.server(own.access()), own.folder()),
                        new Mark(
                                own.uidValidity(),
                                own.lastUid(),
                                own.succeededAt().orElseGet(clock::instant)),
                        own.channelId()));
    }

    private void poll(Due due) {
        Read read = routes.get().mail().read(due.mailbox(), due.since(), new Taking(due.channel()));
        transactions.of(() -> switch (read) {
            case Read.Complete(Mark until, boolean more) -> {
                mailboxes.reached(until);
                yield mailboxes.noteSuccess() && (!more || mailboxes.hurry());
            }
            case Read.Failed(String reason) -> mailboxes.noteTrouble(reason);
        });
    }

    /** Makes tickets and replies of what is read. */
    private final class Taking implements Mailbox.Taker {

        private final Optional<UUID> channel;

        Taking(Optional<UUID> channel) {
            this.channel = channel;
        }

        @Override
        public boolean take(IncomingMail mail, Mark until) {
            try {
                transactions.of(() -> {
                    intake.take(mail, channel);
                    return mailboxes.reached(until);
                });
                return true;
            } catch (RuntimeException failed) {
                if (!isLastTry(until)) {
                    throw failed;
                }
                LOG.log(Level.WARNING, "A message could not be taken in; it stays in the mailbox", failed);
                String from = mail.from().map(MailAddress::address).orElse("");
                refuse(mail.messageId(), from, mail.subject(), failed.getClass().getSimpleName(), until);
                return false;
            }
        }

        @Override
        public boolean leavesOut(Mark until, String reason) {
            if (!isLastTry(until)) {
                return false;
            }
            LOG.warning("The server does not give a message; it is left in the mailbox: " + reason);
            refuse("<not-given." + until.validity() + "." + until.last() + ">", "", "", reason, until);
            return true;
        }
    }

    private boolean isLastTry(Mark until) {
        var now = new Stumble(until.validity(), until.last(), 1);
        return stumbles.merge(CurrentCompany.require(), now, Stumble::again).times() >= TRIES;
    }

    private void refuse(String messageId, String from, String subject, String reason, Mark until) {
        transactions.of(() -> {
            messages.remember(
                    new Noted(messageId, Optional.empty(), Optional.empty(), Fate.REFUSED, from, subject, reason));
            return mailboxes.reached(until);
        });
    }
}
