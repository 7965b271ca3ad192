package org.beistand.helpdesk.mail.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.identity.boundary.CompanyDirectory;
import org.beistand.helpdesk.invitation.control.InvitationPolicies;
import org.beistand.helpdesk.invitation.entity.InvitationPolicy;
import org.beistand.helpdesk.mail.control.MailAccounts;
import org.beistand.helpdesk.mail.control.TestLetters;
import org.beistand.helpdesk.mail.entity.MailOutgoing;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.outbox.boundary.Transactions;
import org.beistand.helpdesk.outbox.control.Lanes;
import org.beistand.helpdesk.outbox.entity.OutboxDelivery;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.integration.Outcome;
import org.beistand.integration.mail.MailAddress;
import org.beistand.integration.mail.MailServer;
import org.beistand.integration.mail.OutgoingMail;

/** What an administrator does with sending e-mail and with invitations. Secrets go in here and never come out again. */
@ApplicationScoped
public class MailAdministration {

    @Inject
    MailAccounts accounts;

    @Inject
    InvitationPolicies policies;

    @Inject
    TestLetters letters;

    @Inject
    CompanyDirectory companies;

    @Inject
    Lanes lanes;

    @Inject
    RunningRoutes routes;

    @Inject
    Transactions transactions;

    @Inject
    CurrentCaller current;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Sending as an administrator sees it. @param hasPassword whether one is stored; it is not shown */
    public record Sending(
            boolean enabled,
            ServerWish server,
            boolean hasPassword,
            boolean hasSecret,
            String senderAddress,
            String senderName) {}

    /** Sending as an administrator wants it. */
    public record Wish(boolean enabled, ServerWish server, String senderAddress, String senderName) {}

    /** Rules for invitations. */
    public record Rules(boolean pinByMail, boolean pinBySms, int technicianHour, int companyHour) {}

    /** How sending is doing. */
    public record Status(
            boolean enabled,
            Optional<Instant> succeededAt,
            Optional<Instant> failedAt,
            String failure,
            long waiting,
            long parked) {}

    @Transactional
    public Sending sending() {
        current.require(Role.ADMINISTRATOR);
        var own = accounts.outgoing()
                .orElseGet(() -> new MailOutgoing(companies.current().name()));
        return new Sending(
                own.isEnabled(),
                ServerWish.of(own.access()),
                !own.access().sealedPassword().isEmpty(),
                !own.access().sealedSecret().isEmpty(),
                own.senderAddress(),
                own.senderName());
    }

    /** @throws MailRuleException when something cannot be used; nothing is changed then */
    @Transactional
    public void save(Wish wish) {
        var caller = current.require(Role.ADMINISTRATOR);
        var own = accounts.ownOutgoing();
        String sender = wish.senderAddress().strip().toLowerCase(Locale.ROOT);
        if (!MailAddress.isReachable(sender)) {
            throw new MailRuleException("rule.sender");
        }
        wish.server().applyTo(own.access(), accounts);
        own.sendAs(sender, wish.senderName().strip());
        own.switchTo(wish.enabled());
        audit.record(
                caller.name(),
                "mail.configured",
                own.access().host(),
                "sending " + wish.enabled() + ", as " + sender + ", login "
                        + own.access().loginKind());
    }

    /** Connects and signs in with what is stored; sends nothing. @return what fails, or empty */
    public String test() {
        current.require(Role.ADMINISTRATOR);
        return routes.get().mail().checkSending(stored().server());
    }

    /** Sends one message with what is stored. @return what fails, or empty */
    public String sendTest(String to, Locale language) {
        var caller = current.require(Role.ADMINISTRATOR);
        if (!MailAddress.isReachable(to.strip())) {
            throw new MailRuleException("rule.recipient");
        }
        var ready = stored();
        OutgoingMail mail = transactions.of(() -> letters.letter(ready.sender(), to.strip(), language));
        Outcome outcome = routes.get().mail().send(ready.server(), mail);
        transactions.of(() -> {
            audit.record(
                    caller.name(),
                    "mail.test_sent",
                    to.strip(),
                    outcome.getClass().getSimpleName());
            return Boolean.TRUE;
        });
        return outcome.trouble();
    }

    private record Ready(MailServer server, MailAddress sender) {}

    private Ready stored() {
        return transactions
                .of(() -> accounts.outgoing()
                        .filter(own -> !own.access().host().isEmpty())
                        .map(own -> new Ready(accounts.server(own.access()), accounts.sender(own))))
                .orElseThrow(() -> new MailRuleException("rule.server"));
    }

    @Transactional
    public Status status() {
        current.require(Role.ADMINISTRATOR);
        var own = accounts.outgoing();
        return new Status(
                own.filter(MailOutgoing::isEnabled).isPresent(),
                own.flatMap(MailOutgoing::succeededAt),
                own.flatMap(MailOutgoing::failedAt),
                own.map(MailOutgoing::failure).orElse(""),
                lanes.count(MailDestination.NAME, OutboxDelivery.State.WAITING),
                lanes.count(MailDestination.NAME, OutboxDelivery.State.PARKED));
    }

    @Transactional
    public Rules rules() {
        current.require(Role.ADMINISTRATOR);
        var policy = policies.current();
        return new Rules(policy.isPinByMail(), policy.isPinBySms(), policy.technicianHour(), policy.companyHour());
    }

    @Transactional
    public void save(Rules rules) {
        var caller = current.require(Role.ADMINISTRATOR);
        if (rules.technicianHour() < 0
                || rules.companyHour() < 0
                || Math.max(rules.technicianHour(), rules.companyHour()) > InvitationPolicy.MOST) {
            throw new MailRuleException("rule.limit", InvitationPolicy.MOST);
        }
        var policy = policies.locked();
        policy.allowPin(rules.pinByMail(), rules.pinBySms());
        policy.limit(rules.technicianHour(), rules.companyHour());
        audit.record(
                caller.name(),
                "invitation.rules",
                "",
                "PIN by mail " + rules.pinByMail() + ", by SMS " + rules.pinBySms() + ", per hour "
                        + rules.technicianHour() + "/" + rules.companyHour());
    }
}
