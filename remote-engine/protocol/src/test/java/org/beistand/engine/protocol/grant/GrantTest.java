package org.beistand.engine.protocol.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.contract.KeySet;
import org.junit.jupiter.api.Test;

class GrantTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final KeyPair key = newKey();
    private final KeyPair otherKey = newKey();
    private final GrantVerifier verifier = verifier(Map.of("k1", key.getPublic()));

    @Test
    void acceptsWhatTheHelpdeskSigned() {
        SessionGrant grant = grant(NOW, NOW.plusSeconds(60));
        assertThat(verifier.check(new GrantSigner("k1", key.getPrivate()).sign(grant)))
                .isEqualTo(new GrantCheck.Accepted(grant));
    }

    @Test
    void acceptsTheOldAndTheNewKeyWhileOneIsRotated() {
        GrantVerifier rotating = verifier(Map.of("k1", key.getPublic(), "k2", otherKey.getPublic()));
        SessionGrant grant = grant(NOW, NOW.plusSeconds(60));
        assertThat(rotating.check(new GrantSigner("k1", key.getPrivate()).sign(grant)))
                .isInstanceOf(GrantCheck.Accepted.class);
        assertThat(rotating.check(new GrantSigner("k2", otherKey.getPrivate()).sign(grant)))
                .isInstanceOf(GrantCheck.Accepted.class);
    }

    @Test
    void refusesAStrangersKeyUnderAKnownName() {
        String foreign = new GrantSigner("k1", otherKey.getPrivate()).sign(grant(NOW, NOW.plusSeconds(60)));
        assertThat(verifier.check(foreign)).isEqualTo(new GrantCheck.Refused(GrantRefusal.BAD_SIGNATURE));
    }

    @Test
    void refusesAnUnknownKey() {
        String foreign = new GrantSigner("k9", otherKey.getPrivate()).sign(grant(NOW, NOW.plusSeconds(60)));
        assertThat(verifier.check(foreign)).isEqualTo(new GrantCheck.Refused(GrantRefusal.UNKNOWN_KEY));
    }

    @Test
    void refusesAGrantFromTheMomentItExpires() {
        GrantSigner signer = new GrantSigner("k1", key.getPrivate());
        assertThat(verifier.check(signer.sign(grant(NOW.minusSeconds(60), NOW))))
                .isEqualTo(new GrantCheck.Refused(GrantRefusal.EXPIRED));
        assertThat(verifier.check(signer.sign(grant(NOW.minusSeconds(59), NOW.plusSeconds(1)))))
                .isInstanceOf(GrantCheck.Accepted.class);
    }

    @Test
    void refusesAGrantFromTheFuture() {
        Instant issued = NOW.plus(GrantVerifier.SKEW).plusSeconds(1);
        String early = new GrantSigner("k1", key.getPrivate()).sign(grant(issued, issued.plusSeconds(60)));
        assertThat(verifier.check(early)).isEqualTo(new GrantCheck.Refused(GrantRefusal.NOT_YET_VALID));
    }

    @Test
    void refusesAnotherRelaysGrant() {
        SessionGrant grant = grant("relay-2", NOW, NOW.plusSeconds(60), NOW.plusSeconds(3600));
        assertThat(verifier.check(new GrantSigner("k1", key.getPrivate()).sign(grant)))
                .isEqualTo(new GrantCheck.Refused(GrantRefusal.WRONG_AUDIENCE));
    }

    @Test
    void refusesASessionThatIsOver() {
        SessionGrant grant = grant("relay-1", NOW, NOW.plusSeconds(60), NOW);
        assertThat(verifier.check(new GrantSigner("k1", key.getPrivate()).sign(grant)))
                .isEqualTo(new GrantCheck.Refused(GrantRefusal.SESSION_OVER));
    }

    @Test
    void refusesOtherAlgorithmsAndHeaders() {
        String[] parts = new GrantSigner("k1", key.getPrivate())
                .sign(grant(NOW, NOW.plusSeconds(60)))
                .split("\\.", -1);
        String tail = "." + parts[1] + "." + parts[2];
        assertRefused(
                header("{\"alg\":\"none\",\"kid\":\"k1\",\"typ\":\"beistand-grant+jwt\"}") + tail, "WRONG_ALGORITHM");
        assertRefused(
                header("{\"alg\":\"HS256\",\"kid\":\"k1\",\"typ\":\"beistand-grant+jwt\"}") + tail, "WRONG_ALGORITHM");
        assertRefused(header("{\"alg\":\"EdDSA\",\"kid\":\"k1\",\"typ\":\"JWT\"}") + tail, "WRONG_TYPE");
        assertRefused(
                header("{\"alg\":\"EdDSA\",\"kid\":\"k1\",\"typ\":\"beistand-grant+jwt\",\"crit\":[\"x\"]}") + tail,
                "UNKNOWN_HEADER");
        assertRefused(
                header("{\"alg\":\"EdDSA\",\"alg\":\"none\",\"kid\":\"k1\",\"typ\":\"beistand-grant+jwt\"}") + tail,
                "MALFORMED");
        assertRefused(header("{\"alg\":\"EdDSA\",\"kid\":[1],\"typ\":\"beistand-grant+jwt\"}") + tail, "UNKNOWN_KEY");
    }

    @Test
    void refusesOtherSpellingsOfTheSameStatement() {
        String compact = new GrantSigner("k1", key.getPrivate()).sign(grant(NOW, NOW.plusSeconds(60)));
        assertRefused(compact + "==", "MALFORMED");
        assertRefused(compact + ".", "MALFORMED");
        assertRefused(compact + "\n", "MALFORMED");
        assertRefused("", "MALFORMED");
        assertRefused("..", "MALFORMED");
        assertRefused("x".repeat(Limits.GRANT_CHARACTERS + 1), "TOO_LONG");
    }

    @Test
    void refusesAManifestPresentedAsGrant() {
        assertRefused(new GrantSigner("k1", key.getPrivate()).sign(manifest()), "WRONG_TYPE");
    }

    @Test
    void readsTheManifestItSigned() {
        String compact = new GrantSigner("k1", key.getPrivate()).sign(manifest());
        assertThat(SessionManifest.verify(compact, Map.of("k1", key.getPublic()), CLOCK))
                .isEqualTo(manifest());
        assertThatThrownBy(() -> SessionManifest.verify(
                        compact, Map.of("k1", key.getPublic()), Clock.offset(CLOCK, Duration.ofDays(1))))
                .isInstanceOfSatisfying(
                        StatementRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(GrantRefusal.EXPIRED));
    }

    @Test
    void neverPrintsTheManifestsToken() {
        assertThat(manifest().toString()).doesNotContain("secret-token");
    }

    @Test
    void carriesKeysAsRaw32Bytes() {
        for (int round = 0; round < 50; round++) {
            PublicKey some = newKey().getPublic();
            KeySet set = new KeySet(List.of(Ed25519Keys.toContract("k", some)));
            assertThat(Base64.getUrlDecoder().decode(set.keys().get(0).x())).hasSize(32);
            assertThat(Ed25519Keys.fromContract(set).get("k")).isEqualTo(some);
            byte[] encoded = some.getEncoded(); // X.509: the raw key is its last 32 bytes
            assertThat(Ed25519Keys.raw(some))
                    .isEqualTo(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        }
    }

    @Test
    void refusesEveryChangedCharacter() {
        String compact = new GrantSigner("k1", key.getPrivate()).sign(grant(NOW, NOW.plusSeconds(60)));
        for (int index = 0; index < compact.length(); index++) {
            char changed = compact.charAt(index) == 'A' ? 'B' : 'A';
            String mutated = compact.substring(0, index) + changed + compact.substring(index + 1);
            assertThat(verifier.check(mutated)).isInstanceOf(GrantCheck.Refused.class);
        }
    }

    private void assertRefused(String compact, String reason) {
        assertThat(verifier.check(compact)).isEqualTo(new GrantCheck.Refused(GrantRefusal.valueOf(reason)));
    }

    private static String header(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static GrantVerifier verifier(Map<String, PublicKey> keys) {
        return new GrantVerifier(keys, SessionGrant.ISSUER, "relay-1", CLOCK);
    }

    private static SessionGrant grant(Instant issued, Instant expires) {
        return grant("relay-1", issued, expires, NOW.plusSeconds(3600));
    }

    private static SessionGrant grant(String audience, Instant issued, Instant expires, Instant end) {
        return new SessionGrant(
                audience,
                UUID.randomUUID(),
                UUID.randomUUID(),
                issued,
                expires,
                UUID.randomUUID(),
                "17",
                Role.TECHNICIAN,
                "Jörg Groß",
                Set.of(Permission.VIEW, Permission.CONTROL),
                end);
    }

    private static SessionManifest manifest() {
        return new SessionManifest(
                URI.create("https://help.example.org/"),
                "secret-token",
                new UUID(1, 2),
                "Müller & Söhne",
                "de",
                Map.of("accent", "#0055aa"),
                NOW.plusSeconds(900));
    }

    private static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
