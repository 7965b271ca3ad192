package org.beistand.helpdesk.sms.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.outbox.boundary.Transactions;
import org.beistand.helpdesk.outbox.control.Lanes;
import org.beistand.helpdesk.outbox.entity.OutboxDelivery;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.platform.web.PublicAddress;
import org.beistand.helpdesk.sms.control.InvitationTexts;
import org.beistand.helpdesk.sms.control.SmsAccounts;
import org.beistand.helpdesk.sms.entity.ReportReading;
import org.beistand.helpdesk.sms.entity.SmsSettings;
import org.beistand.helpdesk.sms.entity.SmsSettings.Kind;
import org.beistand.integration.Outcome;
import org.beistand.integration.sms.PhoneNumber;
import org.beistand.integration.sms.SmsGateway;
import org.beistand.integration.sms.SmsMessage;

/** What an administrator does with sending text messages. Secrets go in here and never come out again. */
@ApplicationScoped
public class SmsAdministration {

    private static final String HOST = "[a-z0-9]([a-z0-9.:-]{0,252}[a-z0-9])?";

    /** A number, or what phones show as a name: up to eleven letters and digits. */
    private static final String SOURCE = "\\+?\\d{0,15}|[A-Za-z0-9 ]{1,11}";

    /** The name of a value in a form or a JSON document. */
    private static final String FIELD = "[A-Za-z0-9_.:-]{1,60}";

    private static final int LONGEST_WORDS = 300;

    @Inject
    SmsAccounts accounts;

    @Inject
    InvitationTexts texts;

    @Inject
    Lanes lanes;

    @Inject
    RunningRoutes routes;

    @Inject
    SmsReports reports;

    @Inject
    PublicAddress address;

    @Inject
    Transactions transactions;

    @Inject
    CurrentCaller current;

    @Inject
    AuditLog audit;

    /**
     * Settings as an administrator sees and wants them. Going in, an empty password or secret keeps the stored one; coming
     * out, both are empty, and {@code hasPassword} and {@code hasSecret} tell whether there is one.
     */
    public record Settings(
            boolean enabled,
            Kind kind,
            String host,
            int port,
            boolean tls,
            String systemId,
            String password,
            boolean hasPassword,
            String address,
            String method,
            String headers,
            String body,
            String accepted,
            String secret,
            boolean hasSecret,
            ReportReading reports,
            String source,
            String countryCode) {

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Settings[" + kind + "]";
        }
    }

    /** How sending is doing. */
    public record Status(
            boolean enabled,
            Optional<Instant> succeededAt,
            Optional<Instant> failedAt,
            String failure,
            long waiting,
            long parked) {}

    @Transactional
    public Settings settings() {
        current.require(Role.ADMINISTRATOR);
        var own = accounts.current().orElseGet(SmsSettings::notSetUp);
        return new Settings(
                own.isEnabled(),
                own.kind(),
                own.host(),
                own.port(),
                own.isTls(),
                own.systemId(),
                "",
                !own.sealedPassword().isEmpty(),
                own.address(),
                own.method(),
                own.headers(),
                own.body(),
                own.accepted(),
                "",
                !own.sealedSecret().isEmpty(),
                own.reports(),
                own.source(),
                own.countryCode());
    }

    /** @throws SmsRuleException when something cannot be used; nothing is changed then */
    @Transactional
    public void save(Settings wish) {
        var caller = current.require(Role.ADMINISTRATOR);
        check(wish);
        var own = accounts.own();
        own.speakSmpp(
                wish.host().strip().toLowerCase(Locale.ROOT),
                wish.port(),
                wish.tls(),
                wish.systemId().strip(),
                accounts.sealPassword(wish.password()));
        own.speakHttp(
                wish.address().strip(),
                wish.method(),
                wish.headers(),
                wish.body(),
                wish.accepted().strip(),
                accounts.sealSecret(wish.secret()));
        own.readReports(wish.reports());
        own.sendAs(wish.source().strip(), wish.countryCode().strip().replaceFirst("^\\+", ""));
        own.switchTo(wish.enabled(), wish.kind());
        audit.record(caller.name(), "sms.configured", wish.kind().name(), "sending " + wish.enabled());
    }

    private static void check(Settings wish) {
        boolean smpp = wish.kind() == Kind.SMPP;
        if (smpp
                && (!wish.host().strip().toLowerCase(Locale.ROOT).matches(HOST)
                        || wish.port() < 1
                        || wish.port() > 65_535)) {
            throw new SmsRuleException("rule.server");
        }
        if (smpp && !SmsGateway.Smpp.isLogin(wish.systemId().strip(), wish.password())) {
            throw new SmsRuleException("rule.login");
        }
        if (!smpp && !SmsGateway.Web.isAcceptable(wish.address().strip())) {
            throw new SmsRuleException("rule.address");
        }
        SmsAccounts.complaint(wish.headers()).ifPresent(line -> {
            throw new SmsRuleException("rule.headers", line);
        });
        if (!wish.method().matches("GET|POST|PUT")) {
            throw new SmsRuleException("rule.method");
        }
        if (!wish.reports().field().matches(FIELD)
                || wish.reports().delivered().length() > LONGEST_WORDS
                || wish.reports().failed().length() > LONGEST_WORDS) {
            throw new SmsRuleException("rule.report");
        }
        if (!wish.source().strip().matches(SOURCE)) {
            throw new SmsRuleException("rule.source");
        }
        if (!wish.countryCode().strip().matches("(\\+?[1-9]\\d{0,2})?")) {
            throw new SmsRuleException("rule.country");
        }
    }

    /** Sends one message with what is stored: there is no other way to see whether a provider takes it. @return what fails, or empty */
    public String sendTest(String to, Locale language) {
        var caller = current.require(Role.ADMINISTRATOR);
        var stored = transactions
                .of(() -> accounts.current().map(own -> new Ready(accounts.gateway(own), own.countryCode())))
                .orElseThrow(() -> new SmsRuleException("rule.server"));
        var number =
                PhoneNumber.read(to, stored.countryCode()).orElseThrow(() -> new SmsRuleException("rule.recipient"));
        String report = address.configured().map(reports::nobodysAddress).orElse("");
        Outcome outcome = routes.get()
                .sms()
                .send(stored.gateway(), new SmsMessage(UUID.randomUUID(), number, texts.test(language), report));
        transactions.of(() -> {
            audit.record(
                    caller.name(),
                    "sms.test_sent",
                    number.value(),
                    outcome.getClass().getSimpleName());
            return Boolean.TRUE;
        });
        return outcome.trouble();
    }

    private record Ready(SmsGateway gateway, String countryCode) {}

    @Transactional
    public Status status() {
        current.require(Role.ADMINISTRATOR);
        var own = accounts.current();
        return new Status(
                own.filter(SmsSettings::isEnabled).isPresent(),
                own.flatMap(SmsSettings::succeededAt),
                own.flatMap(SmsSettings::failedAt),
                own.map(SmsSettings::failure).orElse(""),
                lanes.count(SmsDestination.NAME, OutboxDelivery.State.WAITING),
                lanes.count(SmsDestination.NAME, OutboxDelivery.State.PARKED));
    }
}
