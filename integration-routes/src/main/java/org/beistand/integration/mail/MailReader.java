package org.beistand.integration.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.beistand.integration.Sha256;
import org.beistand.integration.mail.IncomingMail.Omission;

/**
 * Makes an {@link IncomingMail} of bytes that anybody may have sent. Never fails: a part that cannot be decoded becomes a
 * file as it is, and what goes on for ever is left out and said to be.
 */
final class MailReader {

    /** Real mail nests three or four deep. */
    private static final int DEEPEST = 12;

    private static final int MOST_PARTS = 200;

    /** What a reply or description takes, with room for what is said about what was left out. */
    static final int LONGEST_TEXT = 19_000;

    /** As much of an oversized message is read: its head, and the text that programs put before their files. */
    static final int BEGINNING = 256 * 1024;

    private static final int MOST_HTML = 2 * 1024 * 1024;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final List<OutgoingMail.File> files = new ArrayList<>();
    private Optional<Omission> omitted = Optional.empty();
    private Optional<String> bounceOf = Optional.empty();
    private int parts;

    private MailReader() {}

    static IncomingMail read(Session session, byte[] bytes) throws MessagingException {
        return MailShape.isReasonable(bytes)
                ? read(session, bytes, Optional.empty(), List.of())
                : read(
                        session,
                        beginning(bytes),
                        Optional.of(Omission.TOO_DEEP),
                        List.of(new OutgoingMail.File("message.eml", "message/rfc822", bytes)));
    }

    /** Of a message that was not read to its end: text as far as it goes, and no file, for it might be half of one. */
    static IncomingMail readBeginning(Session session, byte[] bytes) throws MessagingException {
        return read(session, beginning(bytes), Optional.of(Omission.TOO_LARGE), List.of());
    }

    /** @param instead files in place of those that are in it, if something is left out */
    private static IncomingMail read(
            Session session, byte[] bytes, Optional<Omission> leftOut, List<OutgoingMail.File> instead)
            throws MessagingException {
        var message = new MimeMessage(session, new SharedByteArrayInputStream(bytes));
        var reader = new MailReader();
        String text = reader.text(message, 0);
        if (leftOut.isPresent()) {
            reader.omitted = leftOut;
            reader.files.clear();
            reader.files.addAll(instead);
        }
        return reader.mail(message, text, () -> "<content." + Sha256.hex(bytes) + "@none>");
    }

    private static byte[] beginning(byte[] bytes) {
        return bytes.length > BEGINNING ? Arrays.copyOf(bytes, BEGINNING) : bytes;
    }

    private IncomingMail mail(MimeMessage message, String text, java.util.function.Supplier<String> otherId)
            throws MessagingException {
        var headers = new Headers(message);
        String whole = text.strip();
        if (whole.length() > LONGEST_TEXT) {
            files.add(new OutgoingMail.File("message.txt", "text/plain", whole.getBytes(StandardCharsets.UTF_8)));
            whole = whole.substring(0, LONGEST_TEXT);
            omitted = omitted.or(() -> Optional.of(Omission.TEXT_CUT));
        }
        return new IncomingMail(
                headers.messageId().orElseGet(otherId),
                headers.from(),
                headers.text("Subject"),
                whole,
                files,
                headers.answers(),
                headers.automatic(),
                bounceOf,
                headers.isForged(),
                omitted);
    }

    /** The text of a part; what is no text becomes a file. */
    private String text(MimePart part, int depth) {
        try {
            if (depth > DEEPEST || ++parts > MOST_PARTS) {
                omitted = Optional.of(Omission.TOO_DEEP);
                return "";
            }
            if (part.isMimeType("multipart/*")) {
                return multipart(part, depth);
            }
            if (part.isMimeType("message/*") || part.isMimeType("text/rfc822-headers")) {
                noteBounce(part);
                return file(part);
            }
            boolean words = part.isMimeType("text/plain") || part.isMimeType("text/html");
            boolean apart = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                    || !name(part).isEmpty();
            return words && !apart ? words(part) : file(part);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            return file(part);
        }
    }

    private String multipart(MimePart part, int depth) throws MessagingException, IOException {
        if (!(part.getContent() instanceof Multipart all)) {
            return file(part);
        }
        List<MimePart> inside = new ArrayList<>();
        for (int i = 0; i < all.getCount() && i <= MOST_PARTS; i++) {
            BodyPart one = all.getBodyPart(i);
            if (one instanceof MimePart known) {
                inside.add(known);
            }
        }
        return part.isMimeType("multipart/alternative") ? best(inside, depth) : everything(inside, depth);
    }

    private String everything(List<MimePart> inside, int depth) {
        var text = new StringBuilder();
        for (MimePart one : inside) {
            String more = text(one, depth + 1);
            text.append(text.isEmpty() || more.isBlank() ? "" : "\n\n").append(more.isBlank() ? "" : more);
        }
        return text.toString();
    }

    /** Of several forms of the same words the plain one, unless it is empty; files of all of them. */
    private String best(List<MimePart> inside, int depth) throws MessagingException {
        String plain = "";
        String other = "";
        for (MimePart one : inside) {
            String words = text(one, depth + 1);
            if (one.isMimeType("text/plain") && plain.isBlank()) {
                plain = words;
            } else if (!words.isBlank()) {
                other = words;
            }
        }
        return plain.isBlank() ? other : plain;
    }

    private String words(MimePart part) throws MessagingException, IOException {
        String text = decoded(bytes(part, MOST_HTML), charset(part));
        return part.isMimeType("text/html") ? HtmlText.of(text) : text.replace("\r\n", "\n");
    }

    private String file(MimePart part) {
        try {
            byte[] bytes = bytes(part, ReadMailbox.LARGEST);
            String type = part.isMimeType("message/rfc822") ? "message/rfc822" : "application/octet-stream";
            String name = name(part);
            if (name.isEmpty()) {
                name = part.isMimeType("message/*") ? "message.eml" : "attachment";
            }
            if (bytes.length > 0) {
                files.add(new OutgoingMail.File(name, type, bytes));
            }
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            omitted = Optional.of(Omission.TOO_DEEP);
        }
        return "";
    }

    private static String name(Part part) throws MessagingException {
        try {
            String name = part.getFileName();
            return name == null ? "" : Headers.decoded(name);
        } catch (ParseException unreadable) {
            return "attachment";
        }
    }

    /** Decoded where the encoding is known, as they came where not; of what is damaged, all up to the damage. */
    private byte[] bytes(MimePart part, int most) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(most);
        } catch (IOException | MessagingException unreadable) {
            byte[] undamaged = undamaged(part, most);
            if (undamaged.length > 0) {
                omitted = omitted.or(() -> Optional.of(Omission.DAMAGED));
                return undamaged;
            }
            omitted = omitted.or(() -> Optional.of(Omission.DAMAGED));
            try (InputStream raw = raw(part)) {
                return raw.readNBytes(most);
            }
        }
    }

    /** As it came, without its headers. */
    private static InputStream raw(MimePart part) throws MessagingException {
        return switch (part) {
            case MimeMessage whole -> whole.getRawInputStream();
            case MimeBodyPart piece -> piece.getRawInputStream();
            default -> InputStream.nullInputStream();
        };
    }

    /** One byte after the other: a decoder that fails in the middle of a block gives nothing of the block. */
    private static byte[] undamaged(MimePart part, int most) {
        var bytes = new ByteArrayOutputStream();
        try (InputStream in = part.getInputStream()) {
            for (int one = in.read(); one >= 0 && bytes.size() < most; one = in.read()) {
                bytes.write(one);
            }
        } catch (IOException | MessagingException damage) {
            return bytes.toByteArray();
        }
        return bytes.toByteArray();
    }

    private static String charset(MimePart part) {
        try {
            String named = new ContentType(part.getContentType()).getParameter("charset");
            return named == null ? "" : jakarta.mail.internet.MimeUtility.javaCharset(named);
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    private static String decoded(byte[] bytes, String charset) {
        try {
            if (!charset.isEmpty() && Charset.isSupported(charset)) {
                return new String(bytes, Charset.forName(charset));
            }
        } catch (IllegalArgumentException noSuchName) {
            return guessed(bytes);
        }
        return guessed(bytes);
    }

    private static String guessed(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, WESTERN);
        }
    }

    /** A report of failed delivery carries the message, or its head, that failed. */
    private void noteBounce(MimePart part) throws MessagingException, IOException {
        String head = new String(bytes(part, 64 * 1024), StandardCharsets.ISO_8859_1);
        for (String line : head.split("\r?\n")) {
            if (bounceOf.isEmpty() && line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
                bounceOf = Headers.ids(line).stream().findFirst();
            }
        }
    }
}
