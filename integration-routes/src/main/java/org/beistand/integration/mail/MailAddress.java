package org.beistand.integration.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
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

    /**
     * Whether every mail server could take a message to it: a domain in any script has a name in ASCII, what stands before
     * the {@code @} has none, and servers that take it otherwise (RFC 6531) are few.
     */
    public static boolean isReachable(String text) {
        return isAddress(text)
                && text.substring(0, text.lastIndexOf('@')).chars().allMatch(c -> c < 0x80)
                && !ascii(domain(text)).isEmpty();
    }

    String domain() {
        return ascii(domain(address));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Empty for what is no domain. */
    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException noDomain) {
            return "";
        }
    }

    /** As it goes over the wire. @throws IllegalArgumentException if it is not reachable */
    InternetAddress internet() {
        if (!isReachable(address)) {
            throw new IllegalArgumentException("no mail server takes this address");
        }
        String written = address.substring(0, address.lastIndexOf('@') + 1) + domain();
        try {
            return new InternetAddress(written, name.isEmpty() ? null : name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("Every Java has UTF-8", impossible);
        }
    }
}
