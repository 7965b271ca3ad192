package org.beistand.integration.mail;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * One message to one person.
 *
 * @param id the same at every attempt; becomes the Message-ID, by which a repetition is recognised
 * @param answers Message-IDs that came before in this conversation, oldest first
 * @param automatic whether a program wrote it, so that other programs do not answer
 */
public record OutgoingMail(
        UUID id,
        MailAddress from,
        MailAddress to,
        String subject,
        PublicWords words,
        Locale language,
        List<String> answers,
        List<File> files,
        boolean automatic) {

    /** A file sent along. */
    public record File(String name, String mediaType, byte[] bytes) {
        public File {
            name = Lines.one(name);
        }
    }

    public OutgoingMail {
        subject = Lines.one(subject);
        answers = answers.stream().filter(OutgoingMail::isMessageId).toList();
        files = List.copyOf(files);
    }

    /** Under the sender's own domain, with angle brackets. */
    public String messageId() {
        return "<beistand." + id + "@" + from.domain() + ">";
    }

    static boolean isMessageId(String text) {
        return text.length() <= 400 && text.matches("<[\\x21-\\x7e&&[^<>]]+>");
    }
}
