package org.beistand.engine.protocol.grant;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.beistand.engine.protocol.contract.Json;
import org.beistand.engine.protocol.contract.JsonRefused;

/**
 * Compact JWS (RFC 7515) with EdDSA over Ed25519 (RFC 8037) and nothing else: no other algorithm, no header parameter
 * beyond alg, kid and typ, the one canonical base64url spelling.
 */
final class Jws {

    private static final String ALGORITHM = "EdDSA";
    private static final int SIGNATURE_BYTES = 64;
    private static final Set<String> HEADERS = Set.of("alg", "kid", "typ");

    private Jws() {}

    /** Signed by this key under this kid. */
    static String sign(String kid, String type, PrivateKey key, byte[] payload) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", ALGORITHM);
        header.put("kid", kid);
        header.put("typ", type);
        String signingInput = encode(Json.write(header)) + '.' + encode(payload);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(signingInput.getBytes(StandardCharsets.US_ASCII));
            return signingInput + '.' + encode(signature.sign());
        } catch (GeneralSecurityException noKey) {
            throw new IllegalStateException("the signing key " + kid + " does not sign", noKey);
        }
    }

    /**
     * The payload, when it is signed by one of the keys.
     *
     * @param keys by kid
     * @param maxCharacters checked before anything is parsed
     * @throws StatementRefused for anything else
     */
    static byte[] verify(String compact, String type, Map<String, PublicKey> keys, int maxCharacters) {
        if (compact.length() > maxCharacters) {
            throw new StatementRefused(GrantRefusal.TOO_LONG);
        }
        int first = compact.indexOf('.');
        int second = compact.indexOf('.', first + 1);
        if (first <= 0 || second < 0 || compact.indexOf('.', second + 1) >= 0) {
            throw new StatementRefused(GrantRefusal.MALFORMED);
        }
        PublicKey key = key(decode(compact.substring(0, first)), type, keys);
        byte[] payload = decode(compact.substring(first + 1, second));
        byte[] signature = decode(compact.substring(second + 1));
        if (!signedBy(key, compact.substring(0, second), signature)) {
            throw new StatementRefused(GrantRefusal.BAD_SIGNATURE);
        }
        return payload;
    }

    private static PublicKey key(byte[] headerJson, String type, Map<String, PublicKey> keys) {
        Map<String, Object> header;
        try {
            header = Json.readObject(headerJson);
        } catch (JsonRefused noJson) {
            throw new StatementRefused(GrantRefusal.MALFORMED);
        }
        if (!HEADERS.containsAll(header.keySet())) {
            throw new StatementRefused(GrantRefusal.UNKNOWN_HEADER);
        }
        if (!ALGORITHM.equals(header.get("alg"))) {
            throw new StatementRefused(GrantRefusal.WRONG_ALGORITHM);
        }
        if (!type.equals(header.get("typ"))) {
            throw new StatementRefused(GrantRefusal.WRONG_TYPE);
        }
        PublicKey key = header.get("kid") instanceof String kid ? keys.get(kid) : null;
        if (key == null) {
            throw new StatementRefused(GrantRefusal.UNKNOWN_KEY);
        }
        return key;
    }

    private static boolean signedBy(PublicKey key, String signingInput, byte[] bytes) {
        if (bytes.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(signingInput.getBytes(StandardCharsets.US_ASCII));
            return signature.verify(bytes);
        } catch (GeneralSecurityException notVerifiable) {
            return false; // the JDK throws instead of answering no for malformed points and scalars
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String part) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException noBase64) {
            throw new StatementRefused(GrantRefusal.MALFORMED);
        }
        if (!encode(bytes).equals(part)) { // padding or stray low bits: the same statement in another spelling
            throw new StatementRefused(GrantRefusal.MALFORMED);
        }
        return bytes;
    }
}
