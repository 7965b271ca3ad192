package org.beistand.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.beistand.integration.Authorities;
import org.beistand.integration.Integrations;
import org.beistand.integration.Outcome;
import org.beistand.integration.Reach;
import org.beistand.integration.mail.IncomingMail.Omission;
import org.beistand.integration.mail.MailServer.Login;
import org.beistand.integration.mail.MailServer.Security;
import org.beistand.integration.mail.SmallImap.Lying;
import org.beistand.samba.Certificates;
import org.beistand.samba.EncryptedDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail servers as they are on bad days. */
class MailOverTheWireTest {

    private static final Mailbox.Mark FROM_THE_BEGINNING = new Mailbox.Mark(3, 0, Instant.EPOCH);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    private Integrations routes;
    private SmallImap imap;
    private SmallSmtp smtp;
    private TokenDoor tokens;

    @BeforeEach
    void start() throws IOException {
        routes = Integrations.start(new Integrations.Settings(
                data,
                Clock.systemUTC(),
                Duration.ofMillis(1_500),
                Duration.ofMillis(100),
                Reach.usualAnd(List.of("127.0.0.1/32"))));
        imap = new SmallImap();
        smtp = new SmallSmtp();
        tokens = new TokenDoor();
    }

    @AfterEach
    void stop() throws IOException {
        routes.close();
        imap.close();
        smtp.close();
        tokens.close();
    }

    @Test
    void oneTokenOpensTheMailboxAgainAndAgainUntilItIsRevoked() {
        imap.folder.add(Lying.of("From: anna@example.com\nMessage-ID: <1@x>\n\nfirst"));
        imap.token = "token-1";
        assertThat(read(TokenDoor.SECRET, FROM_THE_BEGINNING, new ArrayList<>()))
                .isInstanceOf(Mailbox.Read.Complete.class);
        assertThat(read(TokenDoor.SECRET, FROM_THE_BEGINNING, new ArrayList<>()))
                .isInstanceOf(Mailbox.Read.Complete.class);
        assertThat(tokens.asked).hasSize(1);

        imap.token = "token-2";
        assertThat(reason(read(TokenDoor.SECRET, FROM_THE_BEGINNING, new ArrayList<>())))
                .startsWith("login-refused");
        List<IncomingMail> found = new ArrayList<>();
        assertThat(read(TokenDoor.SECRET, FROM_THE_BEGINNING, found)).isInstanceOf(Mailbox.Read.Complete.class);
        assertThat(found).extracting(IncomingMail::text).containsExactly("first");
        assertThat(tokens.asked).hasSize(2);
    }

    @Test
    void aServerWithACertificateOfTheCompanysAuthorityIsBelievedIfThatIsKnown(@TempDir Path folder) throws Exception {
        var certificates = Certificates.in(folder, "127.0.0.1");
        var known = new Authorities(certificates.authority());
        try (var sending = new EncryptedDoor(certificates, smtp.port());
                var reading = new EncryptedDoor(certificates, imap.port())) {
            for (var untrusted : List.of(Authorities.NONE, new Authorities(certificates.stranger()))) {
                assertThat(sent(encrypted("127.0.0.1", sending, untrusted)).toString())
                        .contains("reason=untrusted");
            }
            assertThat(sent(encrypted("localhost", sending, known)).toString())
                    .as("another name than in the certificate")
                    .contains("reason=wrong-name: ");
            assertThat(smtp.taken).isEmpty();
            assertThat(sent(encrypted("127.0.0.1", sending, known))).isInstanceOf(Outcome.Delivered.class);

            imap.token = "token-1";
            var mailbox =
                    new MailServer("127.0.0.1", reading.port(), Security.TLS, tokens.login(TokenDoor.SECRET), known);
            assertThat(routes.mail().checkReading(new Mailbox(mailbox, "INBOX")))
                    .isEmpty();
        }
    }

    private static MailServer encrypted(String host, EncryptedDoor door, Authorities authorities) {
        return new MailServer(host, door.port(), Security.TLS, new Login.Nobody(), authorities);
    }

    @Test
    void aWrongSecretIsSaidWithoutBeingShown() {
        assertThat(reason(read("wrong-secret", FROM_THE_BEGINNING, new ArrayList<>())))
                .isEqualTo("no-token: status 401, invalid_client");
        assertThat(sent(new MailServer("127.0.0.1", smtp.port(), Security.NONE, tokens.login("wrong-secret"))))
                .isEqualTo(new Outcome.Temporary("no-token: status 401, invalid_client", Duration.ZERO, true));
        assertThat(imap.said).isEmpty();
    }

    @Test
    void mailIsSentWithATokenAndWithANewOneAfterItsEnd() {
        var server = new MailServer("127.0.0.1", smtp.port(), Security.NONE, tokens.login(TokenDoor.SECRET));
        smtp.token = "token-1";
        assertThat(sent(server)).isInstanceOf(Outcome.Delivered.class);
        smtp.token = "token-2";
        assertThat(sent(server))
                .isInstanceOfSatisfying(
                        Outcome.Temporary.class,
                        refused -> assertThat(refused.everybody()).isTrue());
        assertThat(sent(server)).isInstanceOf(Outcome.Delivered.class);
        assertThat(smtp.taken).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RCPT     | 450 4.2.1 mailbox busy       | LATER         | refused: 450 4.2.1 mailbox busy
            RCPT     | 550 5.1.1 no such user       | NEVER         | refused: 550 5.1.1 no such user
            MAIL     | 552 5.3.4 too big            | NEVER         | refused: 552 5.3.4 too big
            DATA     | 451 4.3.0 try later          | LATER         | refused: 451 4.3.0 try later
            .        | 452 4.3.1 disk full          | LATER         | refused: 452 4.3.1 disk full
            .        | 554 5.7.1 spam               | NEVER         | refused: 554 5.7.1 spam
            MAIL     | 421 4.7.0 too many, goodbye  | LATER_FOR_ALL | refused: 421 4.7.0 too many, goodbye
            MAIL     | 530 5.7.0 sign in first      | LATER_FOR_ALL | refused: 530 5.7.0 sign in first
            GREETING | 421 4.3.2 closed             | LATER_FOR_ALL | refused: 421 4.3.2 closed
            GREETING | 554 5.7.1 you are on a list  | LATER_FOR_ALL | refused: 554 5.7.1 you are on a list
            GREETING | silence                      | LATER         | no-answer
            RCPT     | silence                      | LATER         | no-answer
            GREETING | gone                         | LATER         | broken
            DATA     | gone                         | LATER         | broken
            .        | gone                         | LATER         | broken
            QUIT     | silence                      | DELIVERED     | -
            QUIT     | gone                         | DELIVERED     | -
            """)
    void whatAServerAnswersDecidesWhetherLaterNeverOrForNobody(
            String about, String answer, String meaning, String reason) {
        smtp.answers.put(about, answer);
        var outcome = sent(new MailServer("127.0.0.1", smtp.port(), Security.NONE, new Login.Nobody()));
        switch (outcome) {
            case Outcome.Delivered delivered -> assertThat(meaning).isEqualTo("DELIVERED");
            case Outcome.Permanent permanent -> {
                assertThat(meaning).isEqualTo("NEVER");
                assertThat(permanent.reason()).startsWith(reason);
            }
            case Outcome.Temporary temporary -> {
                assertThat(temporary.reason()).startsWith(reason);
                assertThat(meaning).isEqualTo(temporary.everybody() ? "LATER_FOR_ALL" : "LATER");
            }
        }
    }

    @Test
    void aConnectionThatBreaksInTheMiddleLosesAndDoublesNothing() {
        imap.token = "token-1";
        for (int i = 0; i < 5; i++) {
            imap.folder.add(Lying.of("From: anna@example.com\nMessage-ID: <" + i + "@x>\n\n" + "word ".repeat(2_000)));
        }
        List<IncomingMail> found = new ArrayList<>();
        imap.breaksAfter = 25_000;
        var leaving = new LeavingTaker();
        assertThat(reason(routes.mail().read(inbox(TokenDoor.SECRET), FROM_THE_BEGINNING, leaving)))
                .startsWith("broken");
        assertThat(leaving.leftOut).as("is there, but the way to it was not").isEmpty();
        found.addAll(leaving.taken);
        assertThat(found).hasSize(2);
        var rest = read(TokenDoor.SECRET, new Mailbox.Mark(3, 8, Instant.EPOCH), found);
        assertThat(rest).isEqualTo(new Mailbox.Read.Complete(((Mailbox.Read.Complete) rest).until(), false));
        assertThat(found)
                .extracting(IncomingMail::messageId)
                .containsExactly("<0@x>", "<1@x>", "<2@x>", "<3@x>", "<4@x>");
        assertThat(found)
                .allSatisfy(mail ->
                        assertThat(mail.text()).hasSize("word ".repeat(2_000).length() - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO [SERVERBUG] lost it", "BAD internal error"})
    void aMessageThatIsNotGivenIsLeftOutOnlyIfTheTakerSaysSo(String refusal) {
        imap.token = "token-1";
        for (int i = 0; i < 3; i++) {
            imap.folder.add(Lying.of("From: anna@example.com\nMessage-ID: <" + i + "@x>\n\nwords"));
        }
        imap.withheld.put(2, refusal);
        List<IncomingMail> found = new ArrayList<>();
        assertThat(reason(read(TokenDoor.SECRET, FROM_THE_BEGINNING, found))).startsWith("broken: ");
        assertThat(found).hasSize(1);
        assertThat(imap.said).noneMatch(said -> said.contains("Flagged"));

        var leaving = new LeavingTaker();
        assertThat(routes.mail().read(inbox(TokenDoor.SECRET), FROM_THE_BEGINNING, leaving))
                .isInstanceOfSatisfying(
                        Mailbox.Read.Complete.class,
                        read -> assertThat(read.until().last()).isEqualTo(9));
        assertThat(leaving.taken).extracting(IncomingMail::messageId).containsExactly("<0@x>", "<2@x>");
        assertThat(leaving.leftOut).containsExactly(8L);
        assertThat(imap.said)
                .filteredOn(said -> said.contains("Flagged"))
                .singleElement()
                .asString()
                .contains(" STORE 2 +FLAGS (", "\\Seen");
    }

    @Test
    void ofFiftyMegabytesTheWordsAreReadAndTheFilesAreNot() {
        imap.token = "token-1";
        long length = 50L * 1024 * 1024;
        imap.folder.add(new Lying(large(), length, length));
        imap.folder.add(Lying.of("From: anna@example.com\nMessage-ID: <next@x>\n\nnext"));
        List<IncomingMail> found = new ArrayList<>();
        assertThat(read(TokenDoor.SECRET, FROM_THE_BEGINNING, found)).isInstanceOf(Mailbox.Read.Complete.class);
        assertThat(found).extracting(IncomingMail::text).containsExactly("Anbei der Film.", "next");
        assertThat(found.getFirst().omitted()).contains(Omission.TOO_LARGE);
        assertThat(found.getFirst().files()).isEmpty();
        assertThat(imap.sent.get()).isLessThan(1024 * 1024);
    }

    @Test
    void aServerThatToldASmallerSizeIsStoppedAtTheLimit() {
        imap.token = "token-1";
        imap.folder.add(new Lying(large(), 50L * 1024 * 1024, 4_000));
        List<IncomingMail> found = new ArrayList<>();
        assertThat(read(TokenDoor.SECRET, FROM_THE_BEGINNING, found)).isInstanceOf(Mailbox.Read.Complete.class);
        assertThat(found).singleElement().satisfies(mail -> {
            assertThat(mail.text()).isEqualTo("Anbei der Film.");
            assertThat(mail.omitted()).contains(Omission.TOO_LARGE);
        });
        assertThat(imap.sent.get()).isLessThan(ReadMailbox.LARGEST + 1024 * 1024);
    }

    private static byte[] large() {
        return """
                From: anna@example.com
                Message-ID: <large@x>
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                Anbei der Film.
                --b
                Content-Type: video/mp4; name=film.mp4
                Content-Transfer-Encoding: base64

                """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private Mailbox.Read read(String secret, Mailbox.Mark since, List<IncomingMail> into) {
        return routes.mail().read(inbox(secret), since, (mail, mark) -> into.add(mail));
    }

    private Mailbox inbox(String secret) {
        return new Mailbox(new MailServer("127.0.0.1", imap.port(), Security.NONE, tokens.login(secret)), "INBOX");
    }

    private static String reason(Mailbox.Read read) {
        return read instanceof Mailbox.Read.Failed(String reason) ? reason : "none: " + read;
    }

    private Outcome sent(MailServer server) {
        return routes.mail().send(server, AnyMail.toAnna());
    }
}
