package org.beistand.integration.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Date;

/** A message as it goes over the wire: text and HTML as alternatives, files beside them, headers made here only. */
final class Composed extends MimeMessage {

    private static final String UTF8 = "UTF-8";

    private final String messageId;
    private final Runnable written;

    private Composed(Session session, String messageId, Runnable written) {
        super(session);
        this.messageId = messageId;
        this.written = written;
    }

    /** @param written called each time after the whole message was written somewhere */
    static MimeMessage of(Session session, OutgoingMail mail, Instant now, Runnable written) throws MessagingException {
        var message = new Composed(session, mail.messageId(), written);
        message.setFrom(mail.from().internet());
        message.setRecipients(
                Message.RecipientType.TO, new InternetAddress[] {mail.to().internet()});
        message.setSubject(mail.subject(), UTF8);
        message.setSentDate(Date.from(now));
        message.setHeader("Content-Language", mail.language().getLanguage());
        if (!mail.answers().isEmpty()) {
            message.setHeader("In-Reply-To", mail.answers().getLast());
            message.setHeader("References", String.join("\r\n ", mail.answers()));
        }
        if (mail.automatic()) {
            message.setHeader("Auto-Submitted", "auto-generated");
            // Out-of-office answers to a program reach nobody who could use them.
            message.setHeader("X-Auto-Response-Suppress", "All");
        }
        message.setContent(content(mail));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart content(OutgoingMail mail) throws MessagingException {
        var words = new MimeMultipart("alternative");
        var text = new MimeBodyPart();
        text.setText(mail.words().text(), UTF8);
        words.addBodyPart(text);
        var html = new MimeBodyPart();
        html.setText(mail.words().html(), UTF8, "html");
        words.addBodyPart(html);
        if (mail.files().isEmpty()) {
            return words;
        }
        var all = new MimeMultipart("mixed");
        var body = new MimeBodyPart();
        body.setContent(words);
        all.addBodyPart(body);
        for (var file : mail.files()) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.mediaType())));
            part.setFileName(file.name());
            all.addBodyPart(part);
        }
        return all;
    }

    @Override
    public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
        super.writeTo(out, without);
        written.run();
    }

    /** Ours, the same at every attempt; the library would make a new one. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
