package org.beistand.applet.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.applet.chat.Line;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.Journal;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.junit.jupiter.api.Test;

class SessionJournalTest {

    private static final Duration SHORT = Duration.ofMillis(5);
    private static final Duration LONG = Duration.ofSeconds(10);

    @Test
    void deliversInOrderWithoutGaps() {
        List<JournalEntry> arrived = new ArrayList<>();
        SessionJournal journal = new SessionJournal(Clock.systemUTC(), batch -> {
            arrived.addAll(batch.entries());
            return false;
        });
        for (int number = 0; number < 120; number++) {
            journal.chatLine(line("line " + number));
        }
        journal.ended(Status.ENDED_BY_CUSTOMER);
        journal.close(LONG);
        assertThat(arrived).hasSize(121);
        int first = arrived.getFirst().number();
        for (int index = 0; index < arrived.size(); index++) {
            assertThat(arrived.get(index).number()).isEqualTo(first + index);
        }
        assertThat(arrived.getLast().status()).isEqualTo(Status.ENDED_BY_CUSTOMER);
    }

    @Test
    void goesOnBehindTheEntriesOfAProgramThatDied() {
        Instant start = Instant.parse("2026-11-22T10:00:00Z");
        int before = firstNumber(start);
        assertThat(firstNumber(start.plusSeconds(60))).isGreaterThanOrEqualTo(before + 60);
    }

    private static int firstNumber(Instant start) {
        List<JournalEntry> arrived = new ArrayList<>();
        SessionJournal journal = new SessionJournal(Clock.fixed(start, ZoneOffset.UTC), batch -> {
            arrived.addAll(batch.entries());
            return false;
        });
        journal.captureFailed("capture.nothing");
        journal.close(LONG);
        return arrived.getFirst().number();
    }

    @Test
    void triesAgainUntilTheHelpdeskAnswers() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch delivered = new CountDownLatch(1);
        SessionJournal journal = new SessionJournal(
                Clock.systemUTC(),
                batch -> {
                    if (attempts.incrementAndGet() < 4) {
                        throw new IOException("away");
                    }
                    delivered.countDown();
                    return false;
                },
                SHORT);
        journal.captureFailed("capture.nothing");
        assertThat(delivered.await(10, TimeUnit.SECONDS)).isTrue();
        journal.close(LONG);
        assertThat(attempts).hasValue(4);
    }

    @Test
    void doesNotWaitLongForAHelpdeskThatIsGone() {
        SessionJournal journal = new SessionJournal(
                Clock.systemUTC(),
                batch -> {
                    throw new IOException("away");
                },
                SHORT);
        journal.ended(Status.ENDED_BY_CUSTOMER);
        long before = System.nanoTime();
        journal.close(Duration.ofMillis(300));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void stopsWhenTheHelpdeskRefusesForGood() {
        List<Journal> arrived = new ArrayList<>();
        SessionJournal journal = new SessionJournal(Clock.systemUTC(), batch -> {
            arrived.add(batch);
            return true;
        });
        journal.chatLine(line("refused"));
        journal.close(LONG);
        assertThat(arrived).hasSize(1);
    }

    private static Line line(String text) {
        return new Line(UUID.randomUUID(), "Anna Weber", true, text, Instant.EPOCH);
    }
}
