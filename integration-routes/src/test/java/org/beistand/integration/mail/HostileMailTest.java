package org.beistand.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import org.beistand.integration.mail.IncomingMail.Omission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mails that were made to cost much more than their bytes, and mails that broke on their way. */
@Timeout(60)
class HostileMailTest {

    private static final String FROM = "From: x@example.com\nMessage-ID: <1@x>\n";

    @Test
    void aMillionTinyPartsAreNotTakenApart() throws MessagingException {
        var mail = read(
                FROM + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n" + "--b\n\n".repeat(1_000_000));
        assertThat(mail.text()).startsWith("Hello");
        assertThat(mail.omitted()).contains(Omission.TOO_DEEP);
        assertThat(mail.files())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("message.eml"));
    }

    @Test
    void aMillionHeaderLinesAreNotKept() throws MessagingException {
        var mail = read(FROM + "Subject: s\n" + "a:\n".repeat(1_000_000) + "\nHello");
        assertThat(mail.from()).map(MailAddress::address).contains("x@example.com");
        assertThat(mail.subject()).isEqualTo("s");
        assertThat(mail.omitted()).contains(Omission.TOO_DEEP);
        assertThat(mail.files()).hasSize(1);
    }

    @Test
    void whatLooksLikeAManyPartedMailButIsALongTextLosesNothing() throws MessagingException {
        var mail = read(FROM + "\n" + "--- a/file\n".repeat(20_000));
        assertThat(mail.text()).startsWith("--- a/file\n--- a/file");
        assertThat(mail.files())
                .first()
                .satisfies(file -> assertThat(file.bytes()).hasSizeGreaterThan(200_000));
    }

    @Test
    void deepQuotationsAndLongRunsOfSpacesStaySmallAndFast() throws MessagingException {
        String deep = "<blockquote>".repeat(30_000) + "x<br>".repeat(30_000);
        assertThat(html(deep).files())
                .singleElement()
                .satisfies(file -> assertThat(file.bytes()).hasSizeLessThan(2_000_000));
        assertThat(html("a" + "&nbsp;".repeat(300_000) + "b").text()).startsWith("a ");
        assertThat(html("<div id=appendonsend></div>" + "<p>old".repeat(100_000))
                        .text())
                .startsWith("> old");
        assertThat(html("<b>".repeat(100_000) + "bold").text()).isEqualTo("bold");
        assertThat(html("<table><a href=https://x.example>".repeat(20_000) + "end")
                        .text())
                .contains("https://x.example");
    }

    @Test
    void ofDamagedBase64EverythingUpToTheDamageIsRead() throws MessagingException {
        byte[] words = "Grüße aus Köln, ".repeat(20).getBytes(StandardCharsets.UTF_8);
        // Groups of four letters, and half of one: the rest is lost.
        String broken = Base64.getEncoder().encodeToString(words).substring(0, 242);
        var mail = read(FROM + """
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: base64

                %s
                --b
                Content-Type: application/pdf; name=a.pdf
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(broken, broken));
        assertThat(mail.text()).startsWith("Grüße aus Köln, Grüße aus Köln").doesNotContain("Content-", "R3L");
        assertThat(mail.omitted()).contains(Omission.DAMAGED);
        assertThat(mail.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("a.pdf");
            assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).startsWith("Grüße aus Köln");
        });
    }

    @Test
    void wordsWithoutACharsetAreReadAsTheyWereMostLikelyMeant() throws MessagingException {
        assertThat(read(FROM + "\nGrüße").text()).isEqualTo("Grüße");
        byte[] western = (FROM + "\n").concat("Gr\u00fc\u00dfe \u0080").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(MailReader.read(Session.getInstance(new Properties()), western)
                        .text())
                .isEqualTo("Grüße €");
    }

    private static IncomingMail html(String body) throws MessagingException {
        return read(FROM + "Content-Type: text/html; charset=utf-8\n\n<html><body>" + body);
    }

    private static IncomingMail read(String raw) throws MessagingException {
        return MailReader.read(
                Session.getInstance(new Properties()), raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
