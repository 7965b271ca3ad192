package org.beistand.engine.protocol.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.engine.protocol.contract.Json;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HpkeTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] INFO = "info".getBytes(StandardCharsets.UTF_8);

    static List<Map<?, ?>> vectors() throws Exception {
        byte[] file = Files.readAllBytes(Path.of("src/vectors/hpke.json"));
        return ((List<?>) Json.readObject(file).getOrDefault("vectors", List.of()))
                .stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void sendsWhatTheRfcSends(Map<?, ?> vector) {
        Optional<SealKeyPair> sender = vector.containsKey("skSm")
                ? Optional.of(SealKeyPair.of(bytes(vector, "skSm"), bytes(vector, "pkSm")))
                : Optional.empty();
        SealKeyPair ephemeral = SealKeyPair.of(bytes(vector, "skEm"), bytes(vector, "pkEm"));
        Hpke.Sent sent = Hpke.sender(aead(vector), ephemeral, bytes(vector, "pkRm"), bytes(vector, "info"), sender);
        assertThat(sent.encapsulation()).isEqualTo(bytes(vector, "enc"));
        long next = 0;
        for (Map<?, ?> message : list(vector, "encryptions")) {
            for (; next < number(message, "sequence"); next++) {
                sent.context().seal(new byte[0], new byte[0]);
            }
            next++;
            assertThat(sent.context().seal(bytes(message, "aad"), bytes(message, "pt")))
                    .isEqualTo(bytes(message, "ct"));
        }
        assertExports(sent.context(), vector);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void receivesWhatTheRfcSends(Map<?, ?> vector) {
        Hpke receiver = receiver(vector);
        long next = 0;
        for (Map<?, ?> message : list(vector, "encryptions")) {
            if (number(message, "sequence") == next++) {
                assertThat(receiver.open(bytes(message, "aad"), bytes(message, "ct")))
                        .isEqualTo(bytes(message, "pt"));
            }
        }
        assertExports(receiver, vector);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void refusesWhatWasChanged(Map<?, ?> vector) {
        Map<?, ?> message = list(vector, "encryptions").getFirst();
        byte[] changed = bytes(message, "ct");
        changed[changed.length - 1] ^= 1;
        assertThatThrownBy(() -> receiver(vector).open(bytes(message, "aad"), changed))
                .isInstanceOf(KeysRefused.class);
        assertThatThrownBy(() -> receiver(vector).open(new byte[1], bytes(message, "ct")))
                .isInstanceOf(KeysRefused.class);
        assertThatThrownBy(() -> receiver(vector).open(new byte[0], new byte[15]))
                .isInstanceOf(KeysRefused.class);
    }

    private static Hpke receiver(Map<?, ?> vector) {
        SealKeyPair own = SealKeyPair.of(bytes(vector, "skRm"), bytes(vector, "pkRm"));
        Optional<byte[]> sender = vector.containsKey("pkSm") ? Optional.of(bytes(vector, "pkSm")) : Optional.empty();
        return Hpke.receiver(aead(vector), bytes(vector, "enc"), own, bytes(vector, "info"), sender);
    }

    private static void assertExports(Hpke context, Map<?, ?> vector) {
        for (Map<?, ?> export : list(vector, "exports")) {
            assertThat(context.export(bytes(export, "context"), (int) number(export, "length")))
                    .isEqualTo(bytes(export, "value"));
        }
    }

    /** The very suite and mode of the wire, which the RFC prints no vectors for, with Bouncy Castle at the other end. */
    @Test
    void agreesWithAnotherImplementationInBothRoles() throws Exception {
        HPKE other = new HPKE(HPKE.mode_auth, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
        AsymmetricCipherKeyPair theirs = other.generatePrivateKey();
        byte[] theirPublic = other.serializePublicKey(theirs.getPublic());
        SealKeyPair ours = SealKeyPair.generate();

        Hpke.Sent sent =
                Hpke.sender(Hpke.Aead.AES_256_GCM, SealKeyPair.generate(), theirPublic, INFO, Optional.of(ours));
        HPKEContext receiving =
                other.setupAuthR(sent.encapsulation(), theirs, INFO, new X25519PublicKeyParameters(ours.publicKey()));
        assertThat(receiving.open(INFO, sent.context().seal(INFO, new byte[48])))
                .isEqualTo(new byte[48]);
        assertThat(receiving.export(INFO, 32)).isEqualTo(sent.context().export("info", 32));

        HPKEContextWithEncapsulation sending =
                other.setupAuthS(new X25519PublicKeyParameters(ours.publicKey()), INFO, theirs);
        Hpke received =
                Hpke.receiver(Hpke.Aead.AES_256_GCM, sending.getEncapsulation(), ours, INFO, Optional.of(theirPublic));
        assertThat(received.open(new byte[0], sending.seal(new byte[0], INFO))).isEqualTo(INFO);
        assertThat(received.export("info", 70)).isEqualTo(sending.export(INFO, 70));
    }

    @Test
    void makesKeysAsAnotherImplementationReadsThem() {
        byte[] secret = HEX.parseHex("77076d0a7318a57d3c16c17251b26645df4f5b2c9f61a1f1f4d4a1f1f4d4a1f1");
        byte[] expected =
                new X25519PrivateKeyParameters(secret).generatePublicKey().getEncoded();
        SealKeyPair pair = SealKeyPair.of(secret, expected);
        SealKeyPair peer = SealKeyPair.generate();
        assertThat(pair.agree(peer.publicKey())).isEqualTo(peer.agree(expected));
    }

    /** All points of small order, canonical or not: RFC 7748, section 6.1, and its twist. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "00",
                "000000000000000000000000000000000000000000000000000000000000000000",
            })
    void refusesKeysOfSmallOrderAndOtherLengths(String key) {
        byte[] bytes = HEX.parseHex(key);
        SealKeyPair own = SealKeyPair.generate();
        assertThatThrownBy(() -> own.agree(bytes)).isInstanceOf(KeysRefused.class);
    }

    private static Hpke.Aead aead(Map<?, ?> vector) {
        return number(vector, "aead") == 1 ? Hpke.Aead.AES_128_GCM : Hpke.Aead.AES_256_GCM;
    }

    private static byte[] bytes(Map<?, ?> vector, String name) {
        return HEX.parseHex(String.valueOf(vector.get(name)));
    }

    private static long number(Map<?, ?> vector, String name) {
        return Long.parseLong(String.valueOf(vector.get(name)));
    }

    private static List<Map<?, ?>> list(Map<?, ?> vector, String name) {
        return vector.get(name) instanceof List<?> list
                ? list.stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList()
                : List.of();
    }
}
