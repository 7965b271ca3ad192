package org.beistand.helpdesk.recording.entity;

import java.util.Base64;
import java.util.Optional;

/** Bytes as the contract writes them: base64url without padding. Nothing here looks into them, so they stay in that form. */
public final class Base64Url {

    private Base64Url() {}

    /** The one spelling of these bytes; empty when it is not so many bytes in any spelling. */
    public static Optional<String> bytes(String text, int fewest, int most) {
        if (text.length() > (most + 2) / 3 * 4) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return bytes.length < fewest || bytes.length > most
                    ? Optional.empty()
                    : Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
