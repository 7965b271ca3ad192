package org.beistand.helpdesk.sms.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.beistand.helpdesk.authority.control.CompanyAuthorities;
import org.beistand.helpdesk.platform.secret.Vault;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.sms.entity.SmsSettings;
import org.beistand.integration.Authorities;
import org.beistand.integration.sms.SmsGateway;
import org.beistand.integration.web.HttpDoor;

/** The current company's way of sending text messages, and what the provider calls them. Runs in the caller's transaction. */
@ApplicationScoped
public class SmsAccounts {

    private static final Pattern HEADER = Pattern.compile("\\s*[A-Za-z0-9-]{1,60}\\s*:.*");

    /** About the connection and the length of what goes over it. */
    private static final Set<String> MADE_HERE = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final String PASSWORD = "sms password";
    private static final String SECRET = "sms secret";

    /** As text: asked for as they are, H2 gives identifiers as bytes. */
    private static final String SELECT = "select cast(of_company as varchar(36)), cast(dispatch_id as varchar(36)) ";

    /** No message centre's name for a message looks like this. */
    private static final String BY_SECRET = "secret:";

    /** Networks try to deliver a text for up to three days. */
    private static final Duration REPORTS_FOR = Duration.ofDays(7);

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Vault vault;

    @Inject
    CompanyAuthorities authorities;

    @Inject
    Clock clock;

    public Optional<SmsSettings> current() {
        return entities.createQuery("from SmsSettings", SmsSettings.class)
                .getResultStream()
                .findFirst();
    }

    public Optional<SmsSettings> sending() {
        return current().filter(SmsSettings::isEnabled);
    }

    /** The company's settings, made if there are none. */
    public SmsSettings own() {
        return current().orElseGet(() -> {
            var fresh = SmsSettings.notSetUp();
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
    public SmsGateway gateway(SmsSettings settings) {
        UUID company = CurrentCompany.require();
        return switch (settings.kind()) {
            case SMPP ->
                new SmsGateway.Smpp(
                        settings.host(),
                        settings.port(),
                        settings.isTls(),
                        settings.systemId(),
                        vault.open(company, PASSWORD, settings.sealedPassword()).orElse(""),
                        settings.source(),
                        new Authorities(authorities.certificates()));
            case HTTP ->
                new SmsGateway.Web(
                        settings.method(),
                        settings.address(),
                        headers(settings.headers()),
                        settings.body(),
                        settings.accepted(),
                        settings.source(),
                        vault.open(company, SECRET, settings.sealedSecret()).orElse(""),
                        new Authorities(authorities.certificates()));
        };
    }

    /** The first line that is no header, or one that the connection makes itself, if any. */
    public static Optional<String> complaint(String headers) {
        return headers.lines()
                .filter(line -> !line.isBlank() && !isHeader(line))
                .findFirst();
    }

    private static boolean isHeader(String line) {
        String name = line.split(":", 2)[0].strip();
        return HEADER.matcher(line).matches()
                && !HttpDoor.isCamels(name)
                && !MADE_HERE.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Lines of {@code Name: value}; others are left out. */
    static Map<String, String> headers(String lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        lines.lines()
                .filter(SmsAccounts::isHeader)
                .map(line -> line.split(":", 2))
                .forEach(parts -> headers.put(parts[0].strip(), parts[1].strip()));
        return headers;
    }

    public boolean noteSent() {
        return entities.createQuery("update SmsSettings set succeededAt = :now where companyId = :company")
                        .setParameter("now", clock.instant())
                        .setParameter("company", CurrentCompany.require())
                        .executeUpdate()
                > 0;
    }

    public boolean noteTrouble(String reason) {
        return entities.createQuery(
                                "update SmsSettings set failedAt = :now, failure = :reason where companyId = :company")
                        .setParameter("now", clock.instant())
                        .setParameter("reason", reason.substring(0, Math.min(reason.length(), 1000)))
                        .setParameter("company", CurrentCompany.require())
                        .executeUpdate()
                > 0;
    }

    /** What the centre calls a message of ours. */
    public void expectReceipt(String messageId, UUID dispatch) {
        entities.createNativeQuery("""
                        insert into sms_receipt (message_id, dispatch_id, of_company, sent_at) values (?1, ?2, ?3, ?4)
                        on conflict do nothing
                        """)
                .setParameter(1, messageId.substring(0, Math.min(messageId.length(), 100)))
                .setParameter(2, dispatch)
                .setParameter(3, CurrentCompany.require())
                .setParameter(4, clock.instant())
                .executeUpdate();
    }

    /** Whether a centre may still have something to say about a message of the current company. */
    public boolean awaitsReceipts() {
        return !entities.createNativeQuery("""
                        select 1 from sms_receipt r join ticket_dispatch d on d.id = r.dispatch_id
                        where r.of_company = ?1 and r.sent_at > ?2 and d.state = 'SENT' and r.message_id not like ?3
                        """)
                .setParameter(1, CurrentCompany.require())
                .setParameter(2, clock.instant().minus(REPORTS_FOR))
                .setParameter(3, BY_SECRET + "%")
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** What the secret of a message's report looks like when stored; of an earlier attempt none is expected any more. */
    public void expectReport(String hash, UUID dispatch) {
        entities.createNativeQuery("delete from sms_receipt where dispatch_id = ?1")
                .setParameter(1, dispatch)
                .executeUpdate();
        expectReceipt(BY_SECRET + hash, dispatch);
    }

    /** Whose message a secret belongs to, unless it is too old. Works without a current company. */
    public Optional<Expected> reported(String hash) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(
                        SELECT + "from sms_receipt where message_id = ?1 and sent_at > ?2")
                .setParameter(1, BY_SECRET + hash)
                .setParameter(2, clock.instant().minus(REPORTS_FOR))
                .getResultList();
        return rows.stream().map(SmsAccounts::expected).findFirst();
    }

    private static Expected expected(Object[] row) {
        return new Expected(UUID.fromString(String.valueOf(row[0])), UUID.fromString(String.valueOf(row[1])));
    }

    /** Whose message that is, and its entry in the ticket; the latest of that name. Works without a current company. */
    public Optional<Expected> expected(String messageId) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(
                        SELECT + "from sms_receipt where message_id = ?1 order by sent_at desc")
                .setParameter(1, messageId)
                .setMaxResults(1)
                .getResultList();
        return rows.stream().map(SmsAccounts::expected).findFirst();
    }

    /** Where a receipt belongs. */
    public record Expected(UUID company, UUID dispatch) {}
}
