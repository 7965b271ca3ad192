package org.beistand.helpdesk.mail.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Flags;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.mail.control.Intake;
import org.beistand.helpdesk.mail.control.MailMessages;
import org.beistand.helpdesk.mail.control.Mailboxes;
import org.beistand.helpdesk.mail.entity.MailMessage;
import org.beistand.helpdesk.mail.entity.MailMessage.Fate;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.integration.mail.IncomingMail;
import org.junit.jupiter.api.io.TempDir;

/** Messages of which nothing can be made: they hold nobody up, and somebody finds them. */
class RefusedMailTest {

    private static final String GOOD = "From: anna@example.com\nMessage-ID: <good@x>\nSubject: Drucker\n\nBrennt!";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @OnBothDatabases
    void aMessageThatCannotBeTakenInIsFlaggedInTheMailbox(TestDatabase database) {
        try (var room = new MailRoom(database, data)) {
            Intake real = room.house().get(Intake.class);
            room.house().and(Intake.class, new Intake() {
                @Override
                public Optional<MailMessage.Fate> take(IncomingMail mail, Optional<UUID> channel) {
                    if (mail.messageId().equals("<bad@x>")) {
                        throw new IllegalStateException("indigestible");
                    }
                    return real.take(mail, channel);
                }
            });
            room.readMailbox();
            assertThatThrownBy(() -> room.arrives("From: anna@example.com\nMessage-ID: <bad@x>\nSubject: S\n\nx"))
                    .hasStackTraceContaining("indigestible");
            assertThatThrownBy(() -> room.arrives(GOOD)).hasStackTraceContaining("indigestible");
            room.poll();
            assertThat(room.tickets()).extracting(Ticket::subject).containsExactly("Drucker");
            assertThat(flagged(room)).containsExactly(true, false);
            assertThat(room.flags()).allMatch(flags -> flags.contains(Flags.Flag.SEEN));
        }
    }

    @OnBothDatabases
    void aMessageThatTheServerDoesNotGiveIsTriedThreeTimesAndThenLeft(TestDatabase database) throws Exception {
        try (var room = new MailRoom(database, data);
                var withholding = new WithholdingImap(room.server.getImap().getPort(), 1)) {
            room.readMailbox(withholding.port());
            room.arrives("From: anna@example.com\nMessage-ID: <lost@x>\nSubject: S\n\nx");
            room.arrives(GOOD);
            assertThat(room.tickets()).isEmpty();
            assertThat(failure(room)).startsWith("broken: ");
            room.poll();
            assertThat(room.tickets()).extracting(Ticket::subject).containsExactly("Drucker");
            assertThat(flagged(room)).containsExactly(true, false);
            assertThat(room.in(() -> room.house().get(MailMessages.class).notTaken(10)))
                    .singleElement()
                    .extracting(MailMessage::fate)
                    .isEqualTo(Fate.REFUSED);
        }
    }

    private static List<Boolean> flagged(MailRoom room) {
        return room.flags().stream()
                .map(flags -> flags.contains(Flags.Flag.FLAGGED))
                .toList();
    }

    private static String failure(MailRoom room) {
        return room.in(
                () -> room.house().get(Mailboxes.class).current().orElseThrow().failure());
    }
}
