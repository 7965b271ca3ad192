package org.beistand.helpdesk.outbox.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.helpdesk.outbox.control.Lanes;
import org.beistand.helpdesk.outbox.control.Letters;
import org.beistand.helpdesk.outbox.entity.OutboxDelivery;
import org.beistand.helpdesk.outbox.entity.OutboxEvent;
import org.beistand.helpdesk.testkit.Eventually;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.entity.InternalNote;
import org.beistand.integration.Outcome;
import org.junit.jupiter.api.io.TempDir;

class CounterTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @OnBothDatabases
    void eventsOfATicketArriveInOrderAndOnce(TestDatabase database) throws InterruptedException {
        UUID company = database.newCompany();
        var desk = new Desk(database, data, company, Duration.ofSeconds(30));
        var listener = new Listener("listener", (event, repeat) -> new Outcome.Delivered());
        desk.open(listener);
        var first = desk.newTicket("first");
        var second = desk.newTicket("second");
        for (int i = 0; i < 20; i++) {
            desk.note(i % 2 == 0 ? first : second, "note " + i);
            desk.nudge();
        }
        Eventually.is("all delivered", SOON, () -> {
            desk.nudge();
            return listener.heard.size() >= 22;
        });
        assertThat(desk.stop(SOON)).isTrue();
        assertThat(listener.heard).hasSize(22).doesNotHaveDuplicates();
        assertThat(listener.notesOf(first)).isEqualTo(notes(0));
        assertThat(listener.notesOf(second)).isEqualTo(notes(1));
    }

    @OnBothDatabases
    void twoNodesShareTheWorkAndNeverATicket(TestDatabase database) throws InterruptedException {
        UUID company = database.newCompany();
        var desk = new Desk(database, data, company, Duration.ofSeconds(30));
        Map<UUID, AtomicInteger> busy = new ConcurrentHashMap<>();
        var collisions = new AtomicInteger();
        var listener = new Listener("listener", (event, repeat) -> {
            var here = busy.computeIfAbsent(event.ticketId().orElseThrow(), any -> new AtomicInteger());
            collisions.addAndGet(here.getAndIncrement());
            Eventually.pause(Duration.ofMillis(3));
            here.decrementAndGet();
            return new Outcome.Delivered();
        });
        desk.open(listener);
        var other = desk.counter(listener);
        for (int i = 0; i < 8; i++) {
            var ticket = desk.newTicket("ticket " + i);
            desk.note(ticket, "a");
            desk.note(ticket, "b");
        }
        Eventually.is("all delivered", SOON, () -> {
            desk.nudge();
            other.nudge();
            return listener.heard.size() >= 24;
        });
        assertThat(desk.stop(SOON) && other.stop(SOON)).isTrue();
        assertThat(listener.heard).hasSize(24).doesNotHaveDuplicates();
        assertThat(collisions).hasValue(0);
    }

    @OnBothDatabases
    void aTemporaryFailureIsTriedAgainAsARepetitionAndHoldsTheRestBack(TestDatabase database) {
        UUID company = database.newCompany();
        var desk = new Desk(database, data, company, Duration.ofSeconds(30));
        Queue<Boolean> repeats = new ConcurrentLinkedQueue<>();
        var listener = new Listener("listener", (event, repeat) -> {
            repeats.add(repeat);
            return repeats.size() < 3 ? new Outcome.Temporary("not now") : new Outcome.Delivered();
        });
        desk.open(listener);
        var ticket = desk.newTicket("stubborn");
        desk.note(ticket, "after it");
        Eventually.is("delivered", SOON, () -> {
            desk.nudge();
            return repeats.size() >= 4;
        });
        assertThat(repeats).containsExactly(false, true, true, false);
        assertThat(listener.heard)
                .extracting(OutboxEvent::type)
                .containsExactly("ticket.created", "ticket.created", "ticket.created", "ticket.internal_note_added");
    }

    @OnBothDatabases
    void oneThatFailsAmongSeveralHoldsTheRestBackAndTheyCountAsNeverTried(TestDatabase database) {
        UUID company = database.newCompany();
        var desk = new Desk(database, data, company, Duration.ofSeconds(30));
        Queue<String> told = new ConcurrentLinkedQueue<>();
        var failed = new AtomicInteger();
        var listener = new Listener("listener", (event, repeat) -> {
            told.add(event.payload().replaceAll(".*\"internalText\":\"([^\"]*)\".*", "$1") + (repeat ? " again" : ""));
            return event.payload().contains("note 3") && failed.incrementAndGet() < 3
                    ? new Outcome.Temporary("not now")
                    : new Outcome.Delivered();
        });
        listener.together = true;
        desk.open(listener);
        var ticket = desk.newTicket("several");
        for (int i = 0; i < 15; i++) {
            desk.note(ticket, "note " + i);
        }
        Eventually.is("delivered", SOON, () -> {
            desk.nudge();
            return told.size() >= 18 && desk.waiting() == 0;
        });
        assertThat(told)
                .hasSize(18)
                .containsSequence("note 2", "note 3", "note 3 again", "note 3 again", "note 4", "note 5")
                .endsWith("note 14");
    }

    @OnBothDatabases
    void whatNobodyCanDeliverIsParkedWithANoteAndTheRestGoesOn(TestDatabase database) {
        UUID company = database.newCompany();
        var desk = new Desk(database, data, company, Duration.ofSeconds(30));
        var listener = new Listener(
                "listener",
                (event, repeat) -> event.type().equals("ticket.created")
                        ? new Outcome.Permanent("refused with 403: Data Policy Exception")
                        : new Outcome.Delivered());
        desk.open(listener);
        var ticket = desk.newTicket("refused");
        desk.note(ticket, "goes on");
        Eventually.is("delivered", SOON, () -> {
            desk.nudge();
            return listener.heard.size() >= 2;
        });
        Eventually.is("parked", SOON, () -> !parked(desk, company).isEmpty());
        assertThat(parked(desk, company)).singleElement().satisfies(one -> {
            assertThat(one.reason()).contains("Data Policy");
            assertThat(one.attempts()).isEqualTo(1);
        });
        List<InternalNote> notes = desk.house()
                .in(company, () -> desk.house().get(TicketTimeline.class).of(InternalNote.class, ticket));
        assertThat(notes).hasSize(2).anyMatch(note -> note.text().startsWith("The new ticket did not get through"));
        desk.nudge();
        assertThat(listener.heard).hasSize(2);
    }

    @OnBothDatabases
    void whatADeadNodeHadTakenIsTakenOverAfterItsLeaseAndKnownAsARepetition(TestDatabase database) {
        UUID company = database.newCompany();
        var desk = new Desk(database, data, company, Duration.ofSeconds(30));
        Queue<Boolean> repeats = new ConcurrentLinkedQueue<>();
        var listener = new Listener("listener", (event, repeat) -> {
            repeats.add(repeat);
            return new Outcome.Delivered();
        });
        desk.open(listener);
        desk.newTicket("half way");
        Instant now = Instant.now();
        var taken = desk.house().in(company, () -> {
            var lane = desk.house().get(Lanes.class).claim("listener", "dead", now, now.plusMillis(700));
            return desk.house().get(Letters.class).next(lane.orElseThrow(), listener);
        });
        assertThat(taken).hasSize(1);
        desk.nudge();
        assertThat(repeats).isEmpty();
        Eventually.is("taken over", SOON, () -> {
            desk.nudge();
            return !repeats.isEmpty();
        });
        assertThat(repeats).containsExactly(true);
    }

    @OnBothDatabases
    void aDeliveryThatTakesLongerThanTheLeaseIsNotTakenOver(TestDatabase database) throws InterruptedException {
        UUID company = database.newCompany();
        var desk = new Desk(database, data, company, Duration.ofSeconds(2));
        var listener = new Listener("listener", (event, repeat) -> {
            Eventually.pause(Duration.ofSeconds(5));
            return new Outcome.Delivered();
        });
        desk.open(listener);
        desk.newTicket("slow");
        var other = desk.counter(listener);
        Eventually.is("delivered", SOON, () -> {
            desk.nudge();
            other.nudge();
            return desk.waiting() == 0;
        });
        assertThat(desk.stop(SOON) && other.stop(SOON)).isTrue();
        assertThat(listener.heard).hasSize(1);
    }

    @OnBothDatabases
    void aDestinationInTroubleIsLeftAloneAndAnotherIsNotDelayed(TestDatabase database) {
        UUID company = database.newCompany();
        var desk = new Desk(database, data, company, Duration.ofSeconds(30));
        var broken = new Listener(
                "a-broken", (event, repeat) -> new Outcome.Temporary("closed", Duration.ofMinutes(5), true));
        var sound = new Listener("b-sound", (event, repeat) -> new Outcome.Delivered());
        desk.open(broken, sound);
        var other = desk.counter(sound);
        for (int i = 0; i < 10; i++) {
            desk.newTicket("ticket " + i);
        }
        desk.nudge();
        Eventually.is("delivered", SOON, () -> {
            desk.nudge();
            other.nudge();
            return sound.heard.size() >= 10;
        });
        assertThat(broken.heard).hasSizeBetween(1, 4);
    }

    private static List<OutboxDelivery> parked(Desk desk, UUID company) {
        return desk.house().in(company, () -> desk.house().get(Lanes.class).parked(10));
    }

    private static List<String> notes(int parity) {
        return java.util.stream.IntStream.range(0, 20)
                .filter(i -> i % 2 == parity)
                .mapToObj(i -> "note " + i)
                .toList();
    }
}
