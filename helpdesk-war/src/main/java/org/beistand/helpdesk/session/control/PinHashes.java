package org.beistand.helpdesk.session.control;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.beistand.helpdesk.session.entity.SessionPin;

/**
 * The stored form of a PIN: HMAC-SHA-256 under a key of this installation, over company and PIN.
 *
 * <p>A plain or salted hash would be worthless: whoever steals the table tries all million PINs in a second, however slow
 * the hash is made. With a key that is not in the table's dump there is nothing to try against. The hash has no salt of
 * its own, so that the same PIN of the same company always has the same hash: this is what lets a unique index hold "no
 * two living PINs are equal" and lets redeeming be one statement. The company is part of the hash, so that equal PINs of
 * two companies do not look equal.
 */
public final class PinHashes {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param key at least 32 random bytes, kept outside the database */
    public PinHashes(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("The PIN key needs 32 bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** 64 hexadecimal digits. */
    public String hash(UUID company, SessionPin pin) {
        return hmac("pin " + company + " " + pin.digits());
    }

    /** Signs the text of a proof-of-work challenge; the prefix keeps it apart from PINs. */
    String sign(String challenge) {
        return hmac("work " + challenge);
    }

    private String hmac(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
