package org.beistand.helpdesk.mail.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.intake.control.IntakeChannels;
import org.beistand.helpdesk.mail.control.MailAccounts;
import org.beistand.helpdesk.mail.control.MailMessages;
import org.beistand.helpdesk.mail.control.Mailboxes;
import org.beistand.helpdesk.mail.entity.MailIncoming;
import org.beistand.helpdesk.mail.entity.MailMessage;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.outbox.boundary.Transactions;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.integration.mail.Mailbox;

/** What an administrator does with the mailbox. Secrets go in here and never come out again. */
@ApplicationScoped
public class MailboxAdministration {

    private static final int SHORTEST_POLL = 5;
    private static final int LONGEST_POLL = 3600;
    private static final int SHOWN = 20;

    @Inject
    Mailboxes mailboxes;

    @Inject
    MailAccounts accounts;

    @Inject
    MailMessages messages;

    @Inject
    IntakeChannels channels;

    @Inject
    RunningRoutes routes;

    @Inject
    Transactions transactions;

    @Inject
    CurrentCaller current;

    @Inject
    AuditLog audit;

    /** Reading as an administrator sees it. */
    public record Reading(
            boolean enabled,
            ServerWish server,
            boolean hasPassword,
            boolean hasSecret,
            String folder,
            String channel,
            int pollSeconds) {}

    /** Reading as an administrator wants it. @param channel id, or empty */
    public record Wish(boolean enabled, ServerWish server, String folder, String channel, int pollSeconds) {}

    /** How reading is doing. */
    public record Status(boolean enabled, Optional<Instant> succeededAt, Optional<Instant> failedAt, String failure) {}

    /** A message of which nothing was made. @param reason a code */
    public record NotTaken(Instant at, String from, String subject, String fate, String reason) {}

    @Transactional
    public Reading reading() {
        current.require(Role.ADMINISTRATOR);
        var own = mailboxes.current().orElseGet(MailIncoming::notSetUp);
        return new Reading(
                own.isEnabled(),
                ServerWish.of(own.access()),
                !own.access().sealedPassword().isEmpty(),
                !own.access().sealedSecret().isEmpty(),
                own.folder(),
                own.channelId().map(UUID::toString).orElse(""),
                own.pollSeconds());
    }

    /** @throws MailRuleException when something cannot be used; nothing is changed then */
    @Transactional
    public void save(Wish wish) {
        var caller = current.require(Role.ADMINISTRATOR);
        if (wish.pollSeconds() < SHORTEST_POLL || wish.pollSeconds() > LONGEST_POLL) {
            throw new MailRuleException("rule.poll");
        }
        if (wish.folder().isBlank() || wish.folder().matches(".*\\p{Cntrl}.*")) {
            throw new MailRuleException("rule.folder");
        }
        Optional<UUID> channel =
                wish.channel().isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(wish.channel()));
        channel.filter(id -> channels.byId(id).isEmpty()).ifPresent(id -> {
            throw new NotFoundException("channel " + id);
        });
        var own = mailboxes.own();
        String before = own.access().host() + own.access().userName() + own.folder();
        wish.server().applyTo(own.access(), accounts);
        own.read(wish.folder().strip(), channel, wish.pollSeconds());
        own.switchTo(wish.enabled());
        if (!before.equals(own.access().host() + own.access().userName() + own.folder())) {
            mailboxes.forgetPlace();
        }
        audit.record(
                caller.name(),
                "mailbox.configured",
                own.access().host(),
                "reading " + wish.enabled() + ", folder " + own.folder() + ", login "
                        + own.access().loginKind());
    }

    /** Connects, signs in and opens the folder with what is stored; reads nothing. @return what fails, or empty */
    public String test() {
        current.require(Role.ADMINISTRATOR);
        var mailbox = transactions
                .of(() -> mailboxes
                        .current()
                        .filter(own -> !own.access().host().isEmpty())
                        .map(own -> new Mailbox(accounts.server(own.access()), own.folder())))
                .orElseThrow(() -> new MailRuleException("rule.server"));
        return routes.get().mail().checkReading(mailbox);
    }

    @Transactional
    public Status status() {
        current.require(Role.ADMINISTRATOR);
        var own = mailboxes.current();
        return new Status(
                own.filter(MailIncoming::isEnabled).isPresent(),
                own.flatMap(MailIncoming::succeededAt),
                own.flatMap(MailIncoming::failedAt),
                own.map(MailIncoming::failure).orElse(""));
    }

    /** Newest first. */
    @Transactional
    public List<NotTaken> notTaken() {
        current.require(Role.ADMINISTRATOR);
        return messages.notTaken(SHOWN).stream()
                .map(MailboxAdministration::shown)
                .toList();
    }

    private static NotTaken shown(MailMessage message) {
        return new NotTaken(
                message.at(),
                message.correspondent(),
                message.subject(),
                message.fate().name(),
                message.reason());
    }
}
