package org.beistand.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.beistand.integration.mail.IncomingMail.Omission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody may send. */
class MailReaderTest {

    @Test
    void htmlBecomesTextAndNothingOfItRuns() throws MessagingException {
        var mail = read("""
                From: anna@example.com
                Content-Type: text/html; charset=utf-8

                <html><head><style>p{color:red}</style><title>t</title></head><body onload="alert(1)">
                <p>Guten Tag,</p><ul><li>eins</li><li>zwei</li></ul><script>alert('x')</script>
                <a href="javascript:alert(1)">klick</a> <a href="https://example.com/x">hier</a>
                <iframe src="https://evil.example"></iframe>
                <div class="gmail_quote">Am Montag schrieb Maria:<blockquote>alt</blockquote></div></body></html>
                """);
        assertThat(mail.text())
                .contains("Guten Tag,", "- eins\n- zwei", "hier <https://example.com/x>", "> Am Montag", "> > alt")
                .doesNotContain("alert", "script", "color", "evil");
    }

    /** The texts are what the helpdesk's test folds the quotations of. */
    @ParameterizedTest
    @ValueSource(strings = {"gmail-de", "outlook-de", "outlook-web-en", "thunderbird-de", "apple-en"})
    void whatProgramsRepeatInHtmlStaysRecognisable(String program) throws Exception {
        Path vectors = Path.of("src/test/resources/quotes");
        String html = Files.readString(vectors.resolve(program + ".html"));
        String text = Files.readString(vectors.resolve(program + "-html.txt"));
        assertThat(HtmlText.of(html)).isEqualTo(text.strip());
    }

    @Test
    void brokenCharsetsAndEncodingsCostNothingButThemselves() throws MessagingException {
        var bytes = "From: x@example.com\r\nSubject: Gr\u00fc\u00dfe\r\nContent-Type: text/plain; charset=x-klingon\r\n"
                .getBytes(StandardCharsets.UTF_8);
        var body = "\r\nH\u00e4lfte \u20ac".getBytes(StandardCharsets.UTF_8);
        var all = java.nio.ByteBuffer.allocate(bytes.length + body.length)
                .put(bytes)
                .put(body)
                .array();
        var mail = MailReader.read(session(), all);
        assertThat(mail.subject()).isEqualTo("Grüße");
        assertThat(mail.text()).isEqualTo("Hälfte €");
        assertThat(read("From: x@example.com\nSubject: =?nope?Q?a?=\nContent-Transfer-Encoding: x-what\n\nhello")
                        .subject())
                .contains("nope");
        assertThat(read("From: x@example.com\nContent-Type: ;;;garbage\n\nstill here")
                                .files()
                                .size()
                        + read("From: x@example.com\nContent-Type: ;;;garbage\n\nstill here")
                                .text()
                                .length())
                .isPositive();
    }

    @Test
    void partsWithinPartsEnd() throws MessagingException {
        var deep = new StringBuilder("From: x@example.com\n");
        for (int i = 0; i < 2000; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        deep.append("Content-Type: text/plain\n\nbottom\n");
        assertThat(read(deep.toString()).omitted()).contains(Omission.TOO_DEEP);

        var wide = new StringBuilder("From: x@example.com\nContent-Type: multipart/mixed; boundary=b\n\n");
        for (int i = 0; i < 5000; i++) {
            wide.append("--b\nContent-Type: text/plain\n\nx\n");
        }
        assertThat(read(wide.append("--b--\n").toString()).text().length()).isLessThan(1000);
    }

    @Test
    void anEndlessTextIsCutAndAttached() throws MessagingException {
        var mail = read("From: x@example.com\n\n" + "word ".repeat(100_000));
        assertThat(mail.text()).hasSizeLessThanOrEqualTo(MailReader.LONGEST_TEXT);
        assertThat(mail.omitted()).contains(Omission.TEXT_CUT);
        assertThat(mail.files())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("message.txt"));
    }

    @Test
    void sendersWhoAreSeveralOrNobodyAreNobody() throws MessagingException {
        assertThat(read("From: a@example.com, b@example.com\n\nx").from()).isEmpty();
        assertThat(read("From: a@example.com\nFrom: b@example.com\n\nx").from()).isEmpty();
        assertThat(read("Subject: x\n\nx").from()).isEmpty();
        assertThat(read("From: \"Boss <boss@example.com>\" <mallory@evil.example>\n\nx")
                        .from())
                .map(MailAddress::address)
                .contains("mallory@evil.example");
        assertThat(read("Subject: a\n\nx").messageId()).startsWith("<content.");
    }

    @Test
    void machinesAreRecognised() throws MessagingException {
        assertThat(read("From: a@x.example\nAuto-Submitted: auto-replied\n\nx").automatic())
                .contains("auto-replied");
        assertThat(read("From: a@x.example\nAuto-Submitted: no\n\nx").automatic())
                .isEmpty();
        assertThat(read("From: a@x.example\nReturn-Path: <>\n\nx").automatic()).contains("null-sender");
        assertThat(read("From: a@x.example\nPrecedence: bulk\n\nx").automatic()).contains("bulk");
        assertThat(read("From: a@x.example\nX-Auto-Response-Suppress: All\n\nx").automatic())
                .isEqualTo(Optional.of("auto-generated"));
    }

    @Test
    void noLineBreakOfAPersonBecomesAHeader() throws Exception {
        var mail = new OutgoingMail(
                new java.util.UUID(1, 2),
                new MailAddress("Desk\r\nBcc: all@example.com", "support@desk.example.com"),
                new MailAddress("Anna\nX-Evil: 1", "anna@example.com"),
                "Hello\r\nBcc: everybody@example.com\r\n\r\n<script>",
                new PublicWords("t", "<p>t</p>"),
                java.util.Locale.ENGLISH,
                java.util.List.of("<ok@example.com>", "bad\r\nX-Evil: 2", "<a b@x>"),
                java.util.List.of(new OutgoingMail.File("a\r\nX-Evil: 3.txt", "text/plain", new byte[] {1})),
                true);
        var message = Composed.of(session(), mail, java.time.Instant.EPOCH, () -> {});
        var out = new java.io.ByteArrayOutputStream();
        message.writeTo(out);
        String raw = out.toString(StandardCharsets.UTF_8);
        assertThat(raw).doesNotContain("\nBcc:", "\nX-Evil").contains("<beistand.00000000-0000-0001");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getHeader("References", "")).isEqualTo("<ok@example.com>");
        assertThat(MailAddress.isAddress("a@b.example\r\nBcc: x@y")).isFalse();
        assertThat(MailAddress.isAddress("a@b.example,c@d.example")).isFalse();
    }

    @Test
    void anEncodingThatNobodyKnowsCostsNoWordAndShowsNoHeader() throws Exception {
        var plain = read("From: a@example.com\nSubject: s\nContent-Transfer-Encoding: x-rot13\n\nTuten Gnt");
        assertThat(plain.text()).isEqualTo("Tuten Gnt");
        assertThat(plain.omitted()).contains(IncomingMail.Omission.DAMAGED);
        var part = read("From: a@example.com\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: text/plain\nContent-Transfer-Encoding: x-rot13\n\nTuten Gnt\n--b--\n");
        assertThat(part.text()).isEqualTo("Tuten Gnt");
    }

    @Test
    void addressesInOtherScriptsAreReadAndWrittenToWhereTheyHaveANameInAscii() throws Exception {
        assertThat(read("From: =?utf-8?q?J=C3=BCrgen?= <jürgen@müller.example>\n\nx")
                        .from())
                .map(MailAddress::address)
                .contains("jürgen@müller.example");
        assertThat(new MailAddress("", "anna@müller.example").internet().getAddress())
                .isEqualTo("anna@xn--mller-kva.example");
        assertThat(List.of("anna@müller.example", "anna@example.com")).allMatch(MailAddress::isReachable);
        assertThat(List.of("jürgen@example.com", "anna@-example.com", "anna@" + "ü".repeat(70) + ".example", "anna"))
                .noneMatch(MailAddress::isReachable);
    }

    private static IncomingMail read(String raw) throws MessagingException {
        return MailReader.read(session(), raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Session session() {
        return Session.getInstance(new Properties());
    }
}
