package org.beistand.helpdesk.servicenow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.beistand.helpdesk.platform.secret.Vault;
import org.beistand.helpdesk.servicenow.entity.CallerClient;
import org.beistand.helpdesk.servicenow.entity.CallerToken;
import org.beistand.helpdesk.servicenow.entity.SeenSignature;

/**
 * Who may ask us for PINs, and how they prove it. Installation-wide: works before the company is known. Secrets are 256
 * random bits, so a plain hash of them gives nothing away; they have no characters that ServiceNow has trouble with.
 */
@ApplicationScoped
public class CallerClients {

    /** As long as ServiceNow keeps a token by default, about. */
    public static final Duration TOKEN_LIFE = Duration.ofMinutes(30);

    /** How far their clock may be from ours. */
    static final Duration SIGNATURE_LIFE = Duration.ofMinutes(5);

    private static final String PURPOSE = "servicenow signing key";
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 16;

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Vault vault;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /** A client just made. @param secret and {@code key} are shown this once */
    public record Made(String clientId, String secret, String key) {
        @Override
        public String toString() {
            return "Made[" + clientId + "]";
        }
    }

    public Made make(UUID company, String name, UUID by) {
        byte[] key = bytes(SECRET_BYTES);
        var made = new Made(
                hex(bytes(ID_BYTES)),
                hex(bytes(SECRET_BYTES)),
                Base64.getEncoder().encodeToString(key));
        entities.persist(new CallerClient(
                made.clientId(),
                company,
                name,
                hash(made.secret()),
                vault.seal(company, PURPOSE, made.key()),
                by,
                clock.instant()));
        return made;
    }

    public List<CallerClient> of(UUID company) {
        return entities.createQuery(
                        "from CallerClient where ofCompany = :company and revokedAt is null order by createdAt",
                        CallerClient.class)
                .setParameter("company", company)
                .getResultList();
    }

    /** The client if that is its secret; the time it takes tells nothing. */
    public Optional<CallerClient> bySecret(String clientId, String secret) {
        return living(clientId)
                .filter(client -> MessageDigest.isEqual(ascii(client.secretHash()), ascii(hash(secret))))
                .map(this::noted);
    }

    /** @return a bearer token for that client; only its hash is kept */
    public String newToken(CallerClient client) {
        Instant now = clock.instant();
        entities.createQuery("delete from CallerToken where expiresAt < :now")
                .setParameter("now", now)
                .executeUpdate();
        String token = hex(bytes(SECRET_BYTES));
        entities.persist(new CallerToken(hash(token), client.ofCompany(), client.clientId(), now.plus(TOKEN_LIFE)));
        return token;
    }

    public Optional<CallerClient> byToken(String token) {
        return Optional.ofNullable(entities.find(CallerToken.class, hash(token)))
                .filter(found -> found.isAlive(clock.instant()))
                .flatMap(found -> living(found.clientId()))
                .map(this::noted);
    }

    /**
     * The client, if it signed {@code timestamp + "." + body} a moment ago and for the first time.
     *
     * @param timestamp seconds since 1970
     * @param signature HmacSHA256 in base64
     */
    public Optional<CallerClient> bySignature(String clientId, String timestamp, String signature, byte[] body) {
        return living(clientId)
                .filter(client -> isFresh(timestamp))
                .filter(client -> MessageDigest.isEqual(ascii(signed(client, timestamp, body)), ascii(signature)))
                .filter(client -> isFirst(client, signature))
                .map(this::noted);
    }

    private Optional<CallerClient> living(String clientId) {
        return clientId.length() > 64
                ? Optional.empty()
                : Optional.ofNullable(entities.find(CallerClient.class, clientId))
                        .filter(client -> !client.isRevoked());
    }

    public Optional<CallerClient> find(UUID company, String clientId) {
        return living(clientId).filter(client -> client.ofCompany().equals(company));
    }

    private CallerClient noted(CallerClient client) {
        client.used(clock.instant());
        return client;
    }

    private boolean isFresh(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        var apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
        return apart.abs().compareTo(SIGNATURE_LIFE) <= 0;
    }

    private String signed(CallerClient client, String timestamp, byte[] body) {
        try {
            String key = vault.open(client.ofCompany(), PURPOSE, client.sealedKey())
                    .orElseThrow(() -> new IllegalStateException("the signing key cannot be opened"));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }

    /** Of two who bring the same signature at the same time, the database lets one through. */
    private boolean isFirst(CallerClient client, String signature) {
        Instant now = clock.instant();
        entities.createQuery("delete from SeenSignature where expiresAt < :now")
                .setParameter("now", now)
                .executeUpdate();
        return entities.createNativeQuery("""
                                insert into servicenow_signature (signature_hash, of_company, expires_at)
                                values (?1, ?2, ?3) on conflict do nothing
                                """, SeenSignature.class)
                        .setParameter(1, hash(client.clientId() + " " + signature))
                        .setParameter(2, client.ofCompany())
                        .setParameter(3, now.plus(SIGNATURE_LIFE.multipliedBy(2)))
                        .executeUpdate()
                == 1;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(String text) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(ascii(text)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
