package org.beistand.helpdesk.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * 256 random bits that open one thing: a login, a link, a customer's browser, an applet. Only the SHA-256 of a token is stored.
 * A plain hash is enough here, unlike for a PIN: nobody can try 2^256 tokens against a stolen database.
 *
 * @param value 43 characters of base64url
 */
public record SecretToken(String value) {

    private static final int BYTES = 32;
    private static final String SHAPE = "[A-Za-z0-9_-]{43}";

    public SecretToken {
        if (!value.matches(SHAPE)) {
            throw new IllegalArgumentException("Not a token");
        }
    }

    public static SecretToken random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Reads a token from a URL, cookie or header; empty when it does not even have the shape of one. */
    public static Optional<SecretToken> presented(String text) {
        return text.matches(SHAPE) ? Optional.of(new SecretToken(text)) : Optional.empty();
    }

    /** A token that goes with this one for one purpose; nobody who sees it learns this one. */
    public SecretToken derived(String purpose) {
        var digest = sha256(purpose + "\n" + value);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    }

    /** The stored form: 64 hexadecimal digits. */
    public String hash() {
        return HexFormat.of().formatHex(sha256(value));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "SecretToken[hidden]";
    }
}
