package org.beistand.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.beistand.engine.protocol.contract.Json;
import org.beistand.engine.protocol.contract.JsonRefused;
import org.beistand.engine.protocol.contract.RelayEvents;
import org.beistand.engine.protocol.grant.GrantCheck;
import org.beistand.engine.protocol.grant.GrantSigner;
import org.beistand.engine.protocol.grant.GrantVerifier;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.protocol.grant.SessionGrant;

/** Whatever comes in, nothing but the typed refusal comes out. */
class HostileBytesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final KeyPair key = newKey();
    private final GrantVerifier verifier = new GrantVerifier(
            Map.of("k1", key.getPublic()), SessionGrant.ISSUER, "relay-1", Clock.fixed(NOW, ZoneOffset.UTC));
    private final String grant = new GrantSigner("k1", key.getPrivate())
            .sign(new SessionGrant(
                    "relay-1",
                    new UUID(1, 1),
                    new UUID(2, 2),
                    NOW,
                    NOW.plusSeconds(60),
                    new UUID(3, 3),
                    "17",
                    Role.TECHNICIAN,
                    "Jörg",
                    Set.of(Permission.VIEW),
                    NOW.plusSeconds(600)));

    @Property(tries = 5_000)
    void framesAreParsedOrRefused(@ForAll @Size(max = 64) byte[] bytes, @ForAll @IntRange(max = 2) int known) {
        for (int index = 0; index < Math.min(known, bytes.length); index++) {
            bytes[index] = 1; // get past the version, and past the channel, now and then
        }
        try {
            Frame frame = Frame.parse(ByteBuffer.wrap(bytes), 40);
            assertThat(frame.toBytes().array()).isEqualTo(bytes);
        } catch (FrameRefused refused) {
            assertThat(refused.status()).isIn(Status.PROTOCOL_ERROR, Status.TOO_LARGE, Status.VERSION_UNSUPPORTED);
        }
    }

    @Property(tries = 1_000)
    void headersComeBackAsTheyWere(
            @ForAll MessageType type,
            @ForAll @IntRange(max = 7) int flags,
            @ForAll @IntRange(max = 65_535) int participant,
            @ForAll @IntRange(max = 65_535) int epoch,
            @ForAll @LongRange(min = 1, max = Limits.SEQUENCE) long sequence,
            @ForAll @LongRange(min = 0, max = Limits.SEQUENCE) long time) {
        FrameHeader header = new FrameHeader(type, flags, participant, epoch, sequence, time);
        ByteBuffer bytes = ByteBuffer.allocate(FrameHeader.BYTES).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        header.write(bytes);
        assertThat(FrameHeader.read(bytes.flip())).isEqualTo(header);
        assertThat(bytes.remaining()).isZero();
    }

    @Property(tries = 2_000)
    void changedGrantsAreNeverBelieved(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        char[] changed = grant.toCharArray();
        for (int change = 0; change <= random.nextInt(3); change++) {
            changed[random.nextInt(changed.length)] = (char) random.nextInt(random.nextBoolean() ? 128 : 65_536);
        }
        String mutated =
                new String(changed, 0, random.nextInt(5) == 0 ? random.nextInt(changed.length) : changed.length);
        GrantCheck verdict = verifier.check(mutated);
        assertThat(verdict instanceof GrantCheck.Accepted).isEqualTo(mutated.equals(grant));
    }

    /** Three parts, but neither header nor claims need be anything like JSON. */
    @Property(tries = 500)
    void headersAndClaimsOfAnyShapeAreRefused(@ForAll String header, @ForAll String claims) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String compact = base64.encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + "." + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(new byte[64]);
        assertThat(verifier.check(compact)).isInstanceOf(GrantCheck.Refused.class);
    }

    @Property(tries = 2_000)
    void documentsAreReadOrRefused(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] document = ("{\"events\":[{\"eventId\":\"6f1c2b3a-0000-4000-8000-00000000002a\",\"sessionId\":"
                        + "\"6f1c2b3a-0000-4000-8000-00000000002a\",\"kind\":\"SESSION_ENDED\",\"role\":null,"
                        + "\"at\":\"2026-11-21T10:00:00Z\",\"status\":\"OK\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        for (int change = 0; change <= random.nextInt(4); change++) {
            document[random.nextInt(document.length)] = (byte) random.nextInt(256);
        }
        try {
            assertThat(Json.read(document, RelayEvents.class)).isNotNull();
        } catch (JsonRefused refused) {
            assertThat(refused.getMessage()).startsWith("no RelayEvents");
        }
    }

    private static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
