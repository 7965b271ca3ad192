package org.beistand.integration.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a message's headers say, read with patience: whatever is wrong in one costs only that one. */
final class Headers {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x7e&&[^<>]]{1,398}>");
    private static final Pattern DMARC_FAIL = Pattern.compile("(?i)\\bdmarc\\s*=\\s*fail\\b");
    private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");
    private static final Set<String> ROBOTS = Set.of("mailer-daemon", "postmaster", "noreply-dmarc");
    private static final int MOST_REFERENCES = 30;
    private static final int LONGEST = 2000;

    private final MimeMessage message;

    Headers(MimeMessage message) {
        this.message = message;
    }

    /** The first of that name, decoded, on one line; empty for none. */
    String text(String name) throws MessagingException {
        return Lines.one(decoded(first(message, name)));
    }

    private static String first(Part part, String name) throws MessagingException {
        String[] all = part.getHeader(name);
        String one = all == null || all.length == 0 || all[0] == null ? "" : all[0];
        return one.substring(0, Math.min(one.length(), LONGEST));
    }

    /** Encoded words where they can be decoded; bytes that are UTF-8 as such; else as they are. */
    static String decoded(String raw) {
        String unfolded = MimeUtility.unfold(raw);
        try {
            return MimeUtility.decodeText(utf8(unfolded));
        } catch (UnsupportedEncodingException | RuntimeException unknown) {
            return unfolded;
        }
    }

    /** The library reads header bytes as Latin-1; senders who break the rules send UTF-8. */
    private static String utf8(String text) {
        if (text.chars().allMatch(c -> c < 0x80) || text.chars().anyMatch(c -> c > 0xff)) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException latin) {
            return text;
        }
    }

    Optional<String> messageId() throws MessagingException {
        return ids(first(message, "Message-ID")).stream().findFirst();
    }

    /** References, and what it answers, nearest last. */
    List<String> answers() throws MessagingException {
        List<String> all = new ArrayList<>(ids(first(message, "References")));
        for (String nearest : ids(first(message, "In-Reply-To"))) {
            all.remove(nearest);
            all.add(nearest);
        }
        return all.size() <= MOST_REFERENCES ? all : all.subList(all.size() - MOST_REFERENCES, all.size());
    }

    static List<String> ids(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = MESSAGE_ID.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** Exactly one: a message from several people, or from nobody, is from nobody. */
    Optional<MailAddress> from() throws MessagingException {
        String[] lines = message.getHeader("From");
        if (lines == null || lines.length != 1) {
            return Optional.empty();
        }
        try {
            Address[] all = InternetAddress.parseHeader(utf8(MimeUtility.unfold(lines[0])), false);
            if (all.length != 1 || !(all[0] instanceof InternetAddress one) || one.getAddress() == null) {
                return Optional.empty();
            }
            String address = one.getAddress().toLowerCase(Locale.ROOT);
            String name = one.getPersonal() == null ? "" : Lines.one(decoded(one.getPersonal()));
            return MailAddress.isAddress(address) ? Optional.of(new MailAddress(name, address)) : Optional.empty();
        } catch (AddressException unreadable) {
            return Optional.empty();
        }
    }

    /** Why no person wrote this, as a code. Answers count more than what was merely made by a program. */
    Optional<String> automatic() throws MessagingException {
        String submitted = text("Auto-Submitted").toLowerCase(Locale.ROOT);
        String returnPath = text("Return-Path");
        boolean robot = from().map(
                        one -> one.address().substring(0, one.address().indexOf('@')))
                .filter(ROBOTS::contains)
                .isPresent();
        if (returnPath.equals("<>") || robot || message.isMimeType("multipart/report")) {
            return Optional.of("null-sender");
        }
        if (submitted.startsWith("auto-replied")
                || !text("X-Autoreply").isEmpty()
                || !text("X-Autorespond").isEmpty()
                || !text("X-Auto-Reply").isEmpty()) {
            return Optional.of("auto-replied");
        }
        if (BULK.contains(text("Precedence").toLowerCase(Locale.ROOT))) {
            return Optional.of("bulk");
        }
        if ((!submitted.isEmpty() && !submitted.startsWith("no"))
                || !text("X-Auto-Response-Suppress").isEmpty()) {
            return Optional.of("auto-generated");
        }
        return Optional.empty();
    }

    /** Only the topmost: it is the receiving server's own, those below may be the sender's. Never a reason to trust. */
    boolean isForged() throws MessagingException {
        return DMARC_FAIL.matcher(first(message, "Authentication-Results")).find();
    }
}
