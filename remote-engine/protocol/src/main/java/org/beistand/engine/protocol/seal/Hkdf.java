package org.beistand.engine.protocol.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HKDF-SHA256 (RFC 5869) with the labels of RFC 9180, section 4, for one suite.
 *
 * @param suite the identifier that every label is bound to, "KEM" or "HPKE" and its numbers
 */
record Hkdf(byte[] suite) {

    static final int HASH_BYTES = 32;

    private static final byte[] VERSION = ascii("HPKE-v1");
    private static final String HMAC = "HmacSHA256";

    byte[] extract(byte[] salt, String label, byte[] input) {
        return hmac(salt, join(VERSION, suite, ascii(label), input));
    }

    /** @param length bytes wanted, at most 255 times 32 */
    byte[] expand(byte[] key, String label, byte[] info, int length) {
        byte[] labelled = join(new byte[] {(byte) (length >> 8), (byte) length}, VERSION, suite, ascii(label), info);
        byte[] output = new byte[length];
        byte[] block = {};
        for (int done = 0, counter = 1; done < length; done += HASH_BYTES, counter++) {
            block = hmac(key, join(block, labelled, new byte[] {(byte) counter}));
            System.arraycopy(block, 0, output, done, Math.min(HASH_BYTES, length - done));
        }
        return output;
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            // HMAC fills a short key with zeros: no key at all and a block of zeros are the same one.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[HASH_BYTES] : key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has " + HMAC, missing);
        }
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
