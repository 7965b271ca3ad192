package org.beistand.helpdesk.ticket.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestClock;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.testkit.Wiring;
import org.beistand.helpdesk.ticket.control.TicketChanges.NewTicket;
import org.beistand.helpdesk.ticket.control.TicketEvent.AttachmentAdded;
import org.beistand.helpdesk.ticket.control.TicketEvent.InternalNoteAdded;
import org.beistand.helpdesk.ticket.control.TicketEvent.PublicReplyAdded;
import org.beistand.helpdesk.ticket.control.TicketEvent.SessionEntryAdded;
import org.beistand.helpdesk.ticket.control.TicketEvent.TicketChanged;
import org.beistand.helpdesk.ticket.entity.Attachment;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.FieldChange;
import org.beistand.helpdesk.ticket.entity.InternalNote;
import org.beistand.helpdesk.ticket.entity.PublicReply;
import org.beistand.helpdesk.ticket.entity.SessionEntry;
import org.beistand.helpdesk.ticket.entity.SessionSummary;
import org.beistand.helpdesk.ticket.entity.SessionSummary.PermissionDecided;
import org.beistand.helpdesk.ticket.entity.StaleTicketException;
import org.beistand.helpdesk.ticket.entity.TicketEdit;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;

class TicketTimelineTest {

    private static final Author MARIA = Author.technician(UUID.randomUUID(), "Maria Lindner");

    private final TestClock clock = new TestClock();

    private Wiring beans(EntityManager entities) {
        return Wiring.with(entities, clock);
    }

    /** A company with one ticket, opened through the same door as every other. */
    private UUID ticketIn(TestDatabase database, UUID company) {
        return database.in(company, entities -> {
            var anna = new Customer("Anna Berg", "anna@example.org", Locale.GERMAN, clock.instant());
            entities.persist(anna);
            return beans(entities)
                    .get(TicketChanges.class)
                    .open(newTicket(anna.id()), MARIA)
                    .id();
        });
    }

    private static NewTicket newTicket(UUID requester) {
        return new NewTicket(
                requester, "Printer offline", "Since noon", TicketPriority.HIGH, Optional.empty(), Optional.empty());
    }

    @OnBothDatabases
    void numbersEachCompanysTicketsInOrder(TestDatabase database) {
        var ours = database.newCompany();
        var theirs = database.newCompany();
        var first = ticketIn(database, ours);
        var second = ticketIn(database, ours);
        var foreign = ticketIn(database, theirs);

        database.run(ours, entities -> {
            var tickets = beans(entities).get(Tickets.class);
            assertThat(tickets.require(first).number()).hasToString("INC-1001");
            assertThat(tickets.require(second).number()).hasToString("INC-1002");
            assertThat(tickets.require("INC-1002").id()).isEqualTo(second);
            assertThat(tickets.find(foreign)).isEmpty();
        });
    }

    @OnBothDatabases
    void tellsEverythingThatHappenedInOrderAndFiresOneEventForEach(TestDatabase database) {
        var company = database.newCompany();
        var ticket = ticketIn(database, company);

        database.run(company, entities -> {
            var beans = beans(entities);
            var timeline = beans.get(TicketTimeline.class);
            timeline.addInternalNote(ticket, "Probably the cable", MARIA);
            clock.advance(Duration.ofSeconds(1));
            var file = beans.get(Attachments.class)
                    .add(ticket, "../log.txt", "lines".getBytes(StandardCharsets.UTF_8), MARIA);
            clock.advance(Duration.ofSeconds(1));
            timeline.addPublicReply(ticket, "Please try this", List.of(file.id()), MARIA, Optional.empty());
            clock.advance(Duration.ofSeconds(1));
            timeline.addSessionEntry(ticket, session(file.id()), MARIA);

            assertThat(timeline.entries(ticket))
                    .extracting(entry -> entry.getClass().getSimpleName())
                    .containsExactly("InternalNote", "Attachment", "PublicReply", "FieldChange", "SessionEntry");
            assertThat(beans.fired())
                    .extracting(Object::getClass)
                    .isEqualTo(List.of(
                            InternalNoteAdded.class,
                            AttachmentAdded.class,
                            TicketChanged.class,
                            PublicReplyAdded.class,
                            SessionEntryAdded.class));
        });
        database.run(company, entities -> {
            var timeline = beans(entities).get(TicketTimeline.class);
            var summary = timeline.of(SessionEntry.class, ticket).getFirst().summary();
            assertThat(summary.permissions())
                    .extracting(PermissionDecided::granted)
                    .containsExactly(true, false);
            assertThat(summary.duration()).isEqualTo(Duration.ofMinutes(5));
            assertThat(timeline.of(FieldChange.class, ticket))
                    .extracting(FieldChange::to)
                    .containsExactly("OPEN");
            assertThat(timeline.of(Attachment.class, ticket).getFirst().name().value())
                    .isEqualTo("log.txt");
        });
    }

    @OnBothDatabases
    void keepsInternalWordsOutOfEverythingPublic(TestDatabase database) {
        var company = database.newCompany();
        var ticket = ticketIn(database, company);

        database.run(company, entities -> {
            var beans = beans(entities);
            var timeline = beans.get(TicketTimeline.class);
            timeline.addInternalNote(ticket, "Zebra secret", MARIA);
            timeline.addPublicReply(ticket, "Hello", List.of(), MARIA, Optional.of(TicketState.RESOLVED));

            assertThat(timeline.publicReplies(ticket))
                    .extracting(PublicReply::text)
                    .containsExactly("Hello");
            assertThat(beans.fired())
                    .filteredOn(event -> event.toString().contains("Zebra"))
                    .hasOnlyElementsOfType(InternalNoteAdded.class);
            assertThat(entities.createNativeQuery("select count(*) from ticket_public_reply where text like '%Zebra%'")
                            .getSingleResult())
                    .hasToString("0");
        });
    }

    @OnBothDatabases
    void writesASessionIntoItsTicketOnceHoweverOftenItIsReported(TestDatabase database) {
        var company = database.newCompany();
        var ticket = ticketIn(database, company);
        database.run(company, entities -> {
            var beans = beans(entities);
            var transcript = beans.get(Attachments.class).add(ticket, "chat.txt", new byte[] {'x'}, MARIA);
            var summary = session(transcript.id());
            var first = beans.get(TicketTimeline.class).addSessionEntry(ticket, summary, MARIA);
            var again = beans.get(TicketTimeline.class).addSessionEntry(ticket, summary, MARIA);

            assertThat(again.id()).isEqualTo(first.id());
        });
    }

    @OnBothDatabases
    void aLostUpdateIsRefusedAndAReplyNeverCausesOne(TestDatabase database) {
        var company = database.newCompany();
        var ticket = ticketIn(database, company);
        var seen = database.in(
                company,
                entities -> beans(entities).get(Tickets.class).require(ticket).version());

        database.run(
                company,
                entities -> beans(entities)
                        .get(TicketTimeline.class)
                        .addInternalNote(ticket, "A note changes no version", MARIA));
        database.run(company, entities -> change(entities, ticket, seen, TicketPriority.LOW));

        assertThatThrownBy(
                        () -> database.run(company, entities -> change(entities, ticket, seen, TicketPriority.URGENT)))
                .isInstanceOf(StaleTicketException.class);
        database.run(
                company,
                entities -> assertThat(beans(entities)
                                .get(Tickets.class)
                                .require(ticket)
                                .priority())
                        .isEqualTo(TicketPriority.LOW));
    }

    @OnBothDatabases
    void anotherCompanysTicketDoesNotExist(TestDatabase database) {
        var ours = database.newCompany();
        var foreign = ticketIn(database, database.newCompany());

        database.run(ours, entities -> {
            var beans = beans(entities);
            assertThatThrownBy(() -> beans.get(TicketTimeline.class).addInternalNote(foreign, "Hello", MARIA))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> beans.get(Attachments.class).add(foreign, "x", new byte[1], MARIA))
                    .isInstanceOf(NotFoundException.class);
            assertThat(beans.get(TicketTimeline.class).of(InternalNote.class, foreign))
                    .isEmpty();
        });
    }

    @OnBothDatabases
    void publishesOnlyTheTicketsOwnAttachments(TestDatabase database) {
        var company = database.newCompany();
        var ticket = ticketIn(database, company);
        var other = ticketIn(database, company);
        var file = database.in(
                company,
                entities -> beans(entities)
                        .get(Attachments.class)
                        .add(other, "x.txt", new byte[] {1}, MARIA)
                        .id());

        assertThatThrownBy(() -> database.run(
                        company,
                        entities -> beans(entities)
                                .get(TicketTimeline.class)
                                .addPublicReply(ticket, "Here", List.of(file), MARIA, Optional.empty())))
                .isInstanceOf(NotFoundException.class);
    }

    @OnBothDatabases
    void givesAFileBackAsItCameInPartsOfBoundedSize(TestDatabase database) throws IOException {
        var company = database.newCompany();
        var ticket = ticketIn(database, company);
        var bytes = new byte[AttachmentBytes.CHUNK * 2 + 17];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        var file = database.in(
                company, entities -> beans(entities).get(Attachments.class).add(ticket, "dump.bin", bytes, MARIA));
        var back = new ByteArrayOutputStream();
        database.run(company, entities -> {
            var attachments = beans(entities).get(Attachments.class);
            for (var position = 0; position < 4; position++) {
                attachments.chunk(file.id(), position).ifPresent(back::writeBytes);
            }
        });

        assertThat(back.toByteArray()).isEqualTo(bytes);
        assertThat(file.size()).isEqualTo(bytes.length);
        database.run(
                database.newCompany(),
                entities -> assertThat(beans(entities).get(Attachments.class).chunk(file.id(), 0))
                        .isEmpty());
    }

    @OnBothDatabases
    void findsATicketByTheWordsOfItsNotes(TestDatabase database) {
        var company = database.newCompany();
        var ticket = ticketIn(database, company);
        database.run(company, entities -> {
            var beans = beans(entities);
            beans.get(TicketTimeline.class).addInternalNote(ticket, "Überspannung im Verteiler", MARIA);
            var found = beans.get(Tickets.class)
                    .page(TicketFilter.ALL.matching("ueberspann anna"), TicketOrder.NEWEST_ACTIVITY, 0, 10);

            assertThat(found.rows()).extracting(TicketRow::id).containsExactly(ticket);
        });
    }

    @org.junit.jupiter.api.Test
    void refusesAFileAsSoonAsOneByteTooManyHasCome() {
        var endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                given++;
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                given += length;
                return length;
            }
        };

        assertThatThrownBy(() -> SpooledFile.receive(endless)).isInstanceOf(AttachmentTooLargeException.class);
        assertThat(endless.given).isLessThan(Attachment.LARGEST + 1_000_000);
    }

    @org.junit.jupiter.api.Test
    void knowsTheHashOfWhatItReceived() throws IOException {
        try (var file = SpooledFile.receive(new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8)))) {
            assertThat(file.sha256Hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            assertThat(file.mediaType()).isEqualTo("text/plain");
        }
    }

    private void change(EntityManager entities, UUID ticket, long version, TicketPriority priority) {
        beans(entities)
                .get(TicketChanges.class)
                .change(ticket, version, TicketEdit.nothing().withPriority(priority), MARIA);
    }

    private static SessionSummary session(UUID transcript) {
        var start = TestClock.START;
        return new SessionSummary(
                UUID.randomUUID(),
                start,
                start.plus(Duration.ofMinutes(5)),
                Duration.ofSeconds(42),
                "ended_by_technician",
                List.of("Maria Lindner", "Anna Berg"),
                List.of(
                        new PermissionDecided("view", true, start, "click"),
                        new PermissionDecided("control", false, start, "timeout")),
                List.of(),
                0,
                Optional.of(transcript));
    }
}
