package org.beistand.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.beistand.integration.Authorities;
import org.beistand.integration.Integrations;
import org.beistand.integration.Outcome;
import org.beistand.integration.Reach;
import org.beistand.integration.mail.MailServer.Login;
import org.beistand.integration.mail.MailServer.Security;
import org.beistand.samba.Certificates;
import org.beistand.samba.EncryptedDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that look through a message before they say that they have it. */
class ContentFilterTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @SuppressWarnings("NullAway.Init")
    private Integrations routes;

    @SuppressWarnings("NullAway.Init")
    private SmallSmtp smtp;

    @BeforeEach
    void start() throws IOException {
        routes = Integrations.start(new Integrations.Settings(
                data,
                Clock.systemUTC(),
                Duration.ofMillis(500),
                Duration.ofMillis(100),
                Reach.usualAnd(List.of("127.0.0.1/32"))));
        smtp = new SmallSmtp();
    }

    @AfterEach
    void stop() throws IOException {
        routes.close();
        smtp.close();
    }

    @ParameterizedTest
    @EnumSource(Security.class)
    void theAnswerToAWholeMessageMayTakeLongerThanAnyOther(Security security, @TempDir Path folder) throws Exception {
        var certificates = Certificates.in(folder, "127.0.0.1");
        smtp.encrypting = Optional.of(certificates.serving().getSocketFactory());
        try (var encrypted = new EncryptedDoor(certificates, smtp.port())) {
            int port = security == Security.TLS ? encrypted.port() : smtp.port();
            var server = new MailServer(
                    "127.0.0.1", port, security, new Login.Nobody(), new Authorities(certificates.authority()));
            smtp.answers.put(".", SmallSmtp.LATE);
            assertThat(sent(server)).isInstanceOf(Outcome.Delivered.class);
            assertThat(smtp.taken).hasSize(1);

            smtp.answers.put("RCPT", SmallSmtp.SILENCE);
            assertThat(sent(server).trouble()).isEqualTo("no-answer");
        }
    }

    @Test
    void aServerThatNeverGivesItIsLeftAtLast() {
        smtp.answers.put(".", SmallSmtp.SILENCE);
        var server = new MailServer("127.0.0.1", smtp.port(), Security.NONE, new Login.Nobody());
        assertThat(sent(server)).isEqualTo(new Outcome.Temporary("no-answer"));
    }

    private Outcome sent(MailServer server) {
        return routes.mail().send(server, AnyMail.toAnna());
    }
}
