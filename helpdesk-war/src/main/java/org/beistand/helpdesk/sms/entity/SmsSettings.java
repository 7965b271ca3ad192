package org.beistand.helpdesk.sms.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** How a company sends text messages, and how that has gone lately. Secrets are here sealed only. */
@Entity
@Table(name = "sms_settings")
public class SmsSettings {

    /** What the provider speaks. */
    public enum Kind {
        SMPP,
        HTTP
    }

    private static final int SMPP_PORT = 2775;

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(nullable = false)
    private boolean enabled;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 8)
    private Kind kind;

    @Column(nullable = false, length = 253)
    private String host;

    @Column(nullable = false)
    private int port;

    @Column(nullable = false)
    private boolean tls;

    @Column(name = "system_id", nullable = false, length = 100)
    private String systemId;

    @Column(name = "sealed_password", nullable = false, length = 2000)
    private String sealedPassword;

    @Column(nullable = false, length = 1000)
    private String address;

    @Column(nullable = false, length = 8)
    private String method;

    @Column(nullable = false, length = 4000)
    private String headers;

    @Column(nullable = false, length = 4000)
    private String body;

    @Column(nullable = false, length = 200)
    private String accepted;

    @Column(name = "sealed_secret", nullable = false, length = 4000)
    private String sealedSecret;

    @Embedded
    private ReportReading reports;

    @Column(nullable = false, length = 20)
    private String source;

    @Column(name = "country_code", nullable = false, length = 4)
    private String countryCode;

    @Column(name = "succeeded_at", updatable = false)
    private @Nullable Instant succeededAt;

    @Column(name = "failed_at", updatable = false)
    private @Nullable Instant failedAt;

    @Column(nullable = false, length = 1000, updatable = false)
    private String failure;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected SmsSettings() {}

    /** Not set up yet. */
    public static SmsSettings notSetUp() {
        var fresh = new SmsSettings();
        fresh.id = UUID.randomUUID();
        fresh.kind = Kind.SMPP;
        fresh.host = "";
        fresh.port = SMPP_PORT;
        fresh.systemId = "";
        fresh.sealedPassword = "";
        fresh.address = "";
        fresh.method = "POST";
        fresh.headers = "Content-Type: application/json\nAuthorization: Bearer {secret}";
        fresh.body = "{\"to\":\"{to}\",\"from\":\"{from}\",\"text\":\"{text}\"}";
        fresh.accepted = "";
        fresh.sealedSecret = "";
        fresh.reports = ReportReading.usual();
        fresh.source = "";
        fresh.countryCode = "";
        fresh.failure = "";
        return fresh;
    }

    public void switchTo(boolean on, Kind newKind) {
        enabled = on;
        kind = newKind;
    }

    /** @param sealedPasswordIfNew empty to keep the one there is, unless the server is another one */
    public void speakSmpp(String newHost, int newPort, boolean newTls, String newSystemId, String sealedPasswordIfNew) {
        if (!newHost.equals(host) || newPort != port) {
            sealedPassword = "";
        }
        host = newHost;
        port = newPort;
        tls = newTls;
        systemId = newSystemId;
        sealedPassword = sealedPasswordIfNew.isEmpty() ? sealedPassword : sealedPasswordIfNew;
    }

    /** @param sealedSecretIfNew empty to keep the one there is, unless the address is another one */
    public void speakHttp(
            String newAddress,
            String newMethod,
            String newHeaders,
            String newBody,
            String newAccepted,
            String sealedSecretIfNew) {
        if (!newAddress.equals(address)) {
            sealedSecret = "";
        }
        address = newAddress;
        method = newMethod;
        headers = newHeaders;
        body = newBody;
        accepted = newAccepted;
        sealedSecret = sealedSecretIfNew.isEmpty() ? sealedSecret : sealedSecretIfNew;
    }

    public void readReports(ReportReading newReading) {
        reports = newReading;
    }

    /** @param newCountryCode digits put before numbers that people write as at home; may be empty */
    public void sendAs(String newSource, String newCountryCode) {
        source = newSource;
        countryCode = newCountryCode;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public Kind kind() {
        return kind;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public boolean isTls() {
        return tls;
    }

    public String systemId() {
        return systemId;
    }

    public String sealedPassword() {
        return sealedPassword;
    }

    public String address() {
        return address;
    }

    public String method() {
        return method;
    }

    /** One line each. */
    public String headers() {
        return headers;
    }

    public String body() {
        return body;
    }

    public String accepted() {
        return accepted;
    }

    public String sealedSecret() {
        return sealedSecret;
    }

    public ReportReading reports() {
        return reports;
    }

    public String source() {
        return source;
    }

    public String countryCode() {
        return countryCode;
    }

    public Optional<Instant> succeededAt() {
        return Optional.ofNullable(succeededAt);
    }

    public Optional<Instant> failedAt() {
        return Optional.ofNullable(failedAt);
    }

    public String failure() {
        return failure;
    }
}
