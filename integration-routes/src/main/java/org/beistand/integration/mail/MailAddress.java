package org.beistand.integration.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/** A mailbox and what its owner is called. @param name may be empty */
public record MailAddress(String name, String address) {

    /** RFC 5321. */
    private static final int LONGEST = 254;

    /** @throws IllegalArgumentException for what is no single address, or carries more than one line */
    public MailAddress {
        name = Lines.one(name);
        if (!isAddress(address)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    public static boolean isAddress(String text) {
        if (text.length() > LONGEST
                || !text.matches("[^\\s<>,;:\"()\\[\\]\\\\\\p{Cntrl}]+@[^\\s@<>,;:\"()\\p{Cntrl}]+")) {
            return false;
        }
        try {
            new InternetAddress(text, true).validate();
            return true;
        } catch (AddressException wrong) {
            return false;
        }
    }

    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    InternetAddress internet() {
        try {
            return new InternetAddress(address, name.isEmpty() ? null : name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("Every Java has UTF-8", impossible);
        }
    }
}
