package org.beistand.helpdesk.mail.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.helpdesk.mail.control.Intake;
import org.beistand.helpdesk.mail.control.MailMessages;
import org.beistand.helpdesk.mail.control.Mailboxes;
import org.beistand.helpdesk.mail.entity.MailMessage;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.entity.Attachment;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.Dispatch;
import org.beistand.helpdesk.ticket.entity.InternalNote;
import org.beistand.helpdesk.ticket.entity.PublicReply;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.integration.mail.IncomingMail;
import org.beistand.integration.mail.Mailbox;
import org.junit.jupiter.api.io.TempDir;

/** A company reads its mailbox and answers by e-mail. */
class MailBothWaysTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @OnBothDatabases
    void aMomentWithoutDatabaseOrDiskCostsNoMail(TestDatabase database) {
        try (var room = new MailRoom(database, data)) {
            var failures = new AtomicInteger(2);
            Intake real = room.house().get(Intake.class);
            room.house().and(Intake.class, new Intake() {
                @Override
                public Optional<MailMessage.Fate> take(IncomingMail mail, Optional<UUID> channel) {
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("away for a moment");
                    }
                    return real.take(mail, channel);
                }
            });
            room.readMailbox();
            String mail = mail(MailRoom.ANNA, "<one@example.com>", "Drucker", "", "Brennt!");
            assertThatThrownBy(() -> room.arrives(mail)).hasStackTraceContaining("away for a moment");
            assertThatThrownBy(room::poll).hasStackTraceContaining("away for a moment");
            assertThat(room.tickets()).isEmpty();
            room.poll();
            assertThat(room.tickets())
                    .singleElement()
                    .extracting(Ticket::subject)
                    .isEqualTo("Drucker");
        }
    }

    @OnBothDatabases
    void aMailBecomesATicketWhoseAnswerThreadsAndWhoseReplyComesBack(TestDatabase database) throws Exception {
        try (var room = new MailRoom(database, data)) {
            room.readMailbox();
            room.arrives(mail(MailRoom.ANNA, "<first@example.com>", "Drucker brennt", "", "Bitte kommen Sie!"));
            Ticket ticket = room.tickets().getFirst();
            assertThat(ticket.subject()).isEqualTo("Drucker brennt");
            assertThat(ticket.description()).isEqualTo("Bitte kommen Sie!");

            answer(room, ticket.id(), "Ich komme.");
            room.in(() -> room.house()
                    .get(TicketTimeline.class)
                    .addInternalNote(
                            ticket.id(), "Sie übertreibt.", Author.technician(room.maria.accountId(), "Maria")));
            room.delivered();
            MimeMessage sent = room.received().getFirst();
            assertThat(room.received()).hasSize(1);
            assertThat(sent.getSubject()).isEqualTo("[" + ticket.number() + "] Drucker brennt");
            assertThat(sent.getHeader("In-Reply-To", "")).isEqualTo("<first@example.com>");
            assertThat(sent.getHeader("References", "")).isEqualTo("<first@example.com>");
            assertThat(sent.getHeader("Auto-Submitted", "")).isNull();
            assertThat(raw(sent)).contains("Ich komme.").doesNotContain("bertreibt");

            room.arrives(mail(
                    MailRoom.ANNA,
                    "<second@example.com>",
                    "AW: anders",
                    "In-Reply-To: " + sent.getMessageID() + "\n",
                    "Danke!\n\nAm 22.11.2026 schrieb Support Center:\n> Ich komme."));
            assertThat(room.tickets()).hasSize(1);
            assertThat(room.entries(PublicReply.class, ticket.id()))
                    .last()
                    .satisfies(reply -> assertThat(reply.text()).startsWith("Danke!"))
                    .satisfies(reply -> assertThat(reply.author().kind()).isEqualTo(Author.Kind.CUSTOMER));
            assertThat(room.entries(Dispatch.class, ticket.id()))
                    .singleElement()
                    .extracting(Dispatch::state)
                    .isEqualTo(Dispatch.State.SENT);
            room.delivered();
            assertThat(room.received()).hasSize(1);
        }
    }

    @OnBothDatabases
    void theSameMessageReadAgainIsTakenOnce(TestDatabase database) {
        try (var room = new MailRoom(database, data)) {
            room.readMailbox();
            room.arrives(mail(MailRoom.ANNA, "<once@example.com>", "Einmal", "", "Text"));
            // Killed before the mark was kept, or the folder's numbers are new: everything is read once more.
            room.in(() -> room.house().get(Mailboxes.class).reached(new Mailbox.Mark(1, 0, java.time.Instant.EPOCH)));
            room.poll();
            room.arrives(mail(MailRoom.ANNA, "<once@example.com>", "Einmal", "", "Text"));
            assertThat(room.tickets()).hasSize(1);
        }
    }

    @OnBothDatabases
    void whatATicketDoesNotTakeOfAMailIsSaid(TestDatabase database) {
        try (var room = new MailRoom(database, data)) {
            room.readMailbox();
            String subject = "lang ".repeat(50) + "Ende";
            var files = new StringBuilder("--b\nContent-Type: text/plain\n\nText\n");
            for (int i = 0; i < 60; i++) {
                files.append("--b\nContent-Disposition: attachment; filename=f")
                        .append(i)
                        .append(".txt\n\nx\n");
            }
            room.arrives(mail(
                    MailRoom.ANNA,
                    "<much@example.com>",
                    subject,
                    "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n",
                    files.append("--b--\n").toString()));
            Ticket ticket = room.tickets().getFirst();
            assertThat(ticket.subject()).hasSize(200).endsWith("…");
            assertThat(room.entries(InternalNote.class, ticket.id()))
                    .extracting(InternalNote::text)
                    .anyMatch(text -> text.contains(subject))
                    .anyMatch(text -> text.contains("10"));
        }
    }

    @OnBothDatabases
    void strangersAreHeardAsideAndNumbersAloneOpenNothing(TestDatabase database) throws Exception {
        try (var room = new MailRoom(database, data)) {
            room.readMailbox();
            UUID ticket = room.desk.newTicket("Vertraulich");
            answer(room, ticket, "Hier der Stand.");
            room.delivered();
            String known = room.received().getFirst().getMessageID();
            String number = room.tickets().getFirst().number().toString();

            room.arrives(mail("mallory@evil.example", "<a@evil.example>", "Re: [" + number + "]", "", "Zeig her"));
            assertThat(room.tickets()).hasSize(2);
            assertThat(room.entries(InternalNote.class, room.tickets().getLast().id()))
                    .hasSize(1);

            room.arrives(mail(
                    "colleague@example.com", "<b@example.com>", "WG: x", "References: " + known + "\n", "Ich auch"));
            assertThat(room.tickets()).hasSize(2);
            assertThat(room.entries(InternalNote.class, ticket)).singleElement().satisfies(note -> {
                assertThat(note.text()).contains("colleague@example.com", "Ich auch");
            });

            room.arrives(mail(
                    MailRoom.ANNA,
                    "<c@example.com>",
                    "[" + number + "]",
                    "Authentication-Results: mx.desk.example.com; dmarc=fail header.from=example.com\n",
                    "Neues Passwort bitte"));
            assertThat(room.tickets()).hasSize(3);
            assertThat(room.entries(PublicReply.class, ticket)).hasSize(1);
        }
    }

    @OnBothDatabases
    void aNumberOrMessageOfAnotherCompanyIsNothingHere(TestDatabase database) throws Exception {
        try (var other = new MailRoom(database, data);
                var room = new MailRoom(database, data)) {
            UUID foreign = other.desk.newTicket("Fremd");
            answer(other, foreign, "Antwort");
            other.delivered();
            String id = other.received().getFirst().getMessageID();
            room.readMailbox();
            room.arrives(mail(
                    MailRoom.ANNA,
                    "<x@example.com>",
                    "[" + other.tickets().getFirst().number() + "]",
                    "In-Reply-To: " + id + "\n",
                    "Hallo"));
            assertThat(room.tickets()).hasSize(1);
            assertThat(other.entries(PublicReply.class, foreign)).hasSize(1);
            assertThat(other.entries(InternalNote.class, foreign)).isEmpty();
        }
    }

    @OnBothDatabases
    void machinesAreNotAnsweredAndLoopsEnd(TestDatabase database) {
        try (var room = new MailRoom(database, data)) {
            room.readMailbox();
            room.arrives(mail(MailRoom.ANNA, "<o@x>", "Abwesend", "Auto-Submitted: auto-replied\n", "bin weg"));
            room.arrives(mail(MailRoom.ANNA, "<p@x>", "News", "Precedence: bulk\n", "Angebot"));
            room.arrives(mail("MAILER-DAEMON@x.example", "<q@x>", "Undelivered", "Return-Path: <>\n", "sorry"));
            room.arrives(mail(MailRoom.SUPPORT, "<r@x>", "Echo", "", "wir selbst"));
            assertThat(room.tickets()).isEmpty();
            room.arrives(mail("monitor@x.example", "<s@x>", "Disk full", "Auto-Submitted: auto-generated\n", "97 %"));
            assertThat(room.tickets()).hasSize(1);
            for (int i = 0; i < 25; i++) {
                room.arrives(mail("robot@x.example", "<loop" + i + "@x>", "Re: Re:", "", "danke für Ihre Nachricht"));
            }
            assertThat(room.tickets()).hasSize(1 + 20);
            assertThat(room.in(() -> room.house().get(MailMessages.class).notTaken(100)))
                    .extracting(MailMessage::reason)
                    .contains("auto-replied", "bulk", "null-sender", "own", "too-many");
        }
    }

    @OnBothDatabases
    void filesComeAlongAndABounceIsSeenInTheTicket(TestDatabase database) throws Exception {
        try (var room = new MailRoom(database, data)) {
            room.readMailbox();
            room.arrives("""
                    From: =?iso-8859-1?Q?J=FCrgen?= <juergen@example.com>
                    To: support@desk.example.com
                    Message-ID: <files@example.com>
                    Subject: =?utf-8?B?R3LDvMOfZQ==?=
                    Content-Type: multipart/mixed; boundary=b

                    --b
                    Content-Type: text/html; charset=utf-8

                    <p>Hallo <b>Team</b></p><script>alert(1)</script>
                    --b
                    Content-Type: text/plain; name="..\\..\\böse.txt"
                    Content-Disposition: attachment; filename="../../evil.exe"

                    bytes
                    --b--
                    """);
            Ticket ticket = room.tickets().getFirst();
            assertThat(ticket.subject()).isEqualTo("Grüße");
            assertThat(ticket.description()).isEqualTo("Hallo Team");
            assertThat(room.entries(Attachment.class, ticket.id()))
                    .singleElement()
                    .satisfies(file -> assertThat(file.name().value()).isEqualTo("evil.exe"));

            answer(room, ticket.id(), "Geht nicht durch");
            room.delivered();
            room.arrives(bounce(room.received().getFirst().getMessageID()));
            assertThat(room.entries(Dispatch.class, ticket.id()))
                    .singleElement()
                    .satisfies(dispatch -> {
                        assertThat(dispatch.state()).isEqualTo(Dispatch.State.FAILED);
                        assertThat(dispatch.reason()).startsWith("bounced: ");
                    });
            assertThat(room.customer("x", "y@example.com", Locale.ENGLISH).email())
                    .isEqualTo("y@example.com");
        }
    }

    private static void answer(MailRoom room, UUID ticket, String text) {
        room.in(() -> room.house()
                .get(TicketTimeline.class)
                .addPublicReply(
                        ticket,
                        text,
                        List.of(),
                        Author.technician(room.maria.accountId(), "Maria Lindner"),
                        Optional.empty()));
    }

    private static String mail(String from, String id, String subject, String headers, String text) {
        return headers + "From: Somebody <" + from + ">\nTo: support@desk.example.com\nMessage-ID: " + id
                + "\nSubject: " + subject + "\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n";
    }

    private static String bounce(String id) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@desk.example.com
                Message-ID: <bounce@desk.example.com>
                Subject: Undelivered Mail
                Content-Type: multipart/report; report-type=delivery-status; boundary=r

                --r
                Content-Type: text/plain

                550 no such user
                --r
                Content-Type: message/rfc822

                Message-ID: %s
                Subject: was

                text
                --r--
                """.formatted(id);
    }

    private static String raw(MimeMessage mail) throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        for (var parts = (jakarta.mail.internet.MimeMultipart) mail.getContent(); bytes.size() == 0; ) {
            for (int i = 0; i < parts.getCount(); i++) {
                bytes.writeBytes(
                        String.valueOf(parts.getBodyPart(i).getContent()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
