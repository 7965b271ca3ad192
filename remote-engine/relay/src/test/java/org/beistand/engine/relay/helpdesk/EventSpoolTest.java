package org.beistand.engine.relay.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.RelayEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventSpoolTest {

    private final AtomicInteger lost = new AtomicInteger();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    Path folder;

    @Test
    void findsWhatAKilledProcessLeft() throws Exception {
        RelayEvent first = event();
        RelayEvent second = event();
        EventSpool killed = spool();
        killed.add(first);
        killed.add(second);
        killed.delivered(List.of(first));
        try (EventSpool next = spool()) {
            assertThat(next.oldest(10)).containsExactly(second);
        }
    }

    @Test
    void passesOverALineThatTheProcessesDeathTore() throws Exception {
        RelayEvent whole = event();
        spool().add(whole);
        Files.writeString(folder.resolve("events.log"), "+ {\"eventId\":\"6f1c", StandardOpenOption.APPEND);
        try (EventSpool next = spool()) {
            assertThat(next.oldest(10)).containsExactly(whole);
            next.add(event());
        }
        try (EventSpool afterwards = spool()) {
            assertThat(afterwards.size()).isEqualTo(2);
        }
    }

    @Test
    void letsTheOldestGiveWayWhenItIsFull() throws Exception {
        try (EventSpool spool = spool()) {
            RelayEvent oldest = event();
            spool.add(oldest);
            for (int index = 0; index < EventSpool.MOST; index++) {
                spool.add(event());
            }
            assertThat(spool.size()).isEqualTo(EventSpool.MOST);
            assertThat(spool.oldest(1)).doesNotContain(oldest);
            assertThat(lost).hasValue(1);
        }
    }

    @Test
    void startsAfreshWhenEverythingIsDelivered() throws Exception {
        try (EventSpool spool = spool()) {
            for (int index = 0; index < 5_000; index++) {
                spool.add(event());
            }
            spool.delivered(spool.oldest(5_000));
        }
        assertThat(folder.resolve("events.log")).isEmptyFile();
    }

    private EventSpool spool() throws Exception {
        return new EventSpool(folder, lost::incrementAndGet);
    }

    private static RelayEvent event() {
        return new RelayEvent(
                UUID.randomUUID(),
                UUID.randomUUID(),
                RelayEvent.Kind.PARTICIPANT_JOINED,
                UUID.randomUUID(),
                Role.TECHNICIAN,
                Instant.parse("2026-11-21T10:00:00Z"),
                Status.OK);
    }
}
