package org.beistand.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrationsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aLetterBecomesALineInTheJournalOfItsDay() throws IOException {
        try (var integrations = Integrations.start(settings(folder))) {
            assertThat(integrations.health()).isTrue();
            assertThat(integrations.deliver(Destination.JOURNAL, letter("{\"number\":\"INC-1042\"}")))
                    .isEqualTo(new Outcome.Delivered());
            assertThat(integrations.deliver(Destination.JOURNAL, letter("{}"))).isEqualTo(new Outcome.Delivered());
        }
        assertThat(Files.readAllLines(folder.resolve("events-2026-11-23.jsonl")))
                .hasSize(2)
                .first()
                .asString()
                .contains("\"type\":\"ticket.created\"")
                .endsWith("\"payload\":{\"number\":\"INC-1042\"}}");
    }

    @Test
    void aPayloadThatWouldBreakTheLineIsRefusedForGood() {
        try (var integrations = Integrations.start(settings(folder))) {
            assertThat(integrations.deliver(Destination.JOURNAL, letter("{\n}")))
                    .isInstanceOf(Outcome.Permanent.class);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsWorthAnotherAttempt() throws IOException {
        Path file = Files.createFile(folder.resolve("in-the-way"));
        try (var integrations = Integrations.start(settings(file))) {
            assertThat(integrations.deliver(Destination.JOURNAL, letter("{}"))).isInstanceOf(Outcome.Temporary.class);
        }
    }

    @Test
    void whatIsStoppedIsNotHealthy() {
        var integrations = Integrations.start(settings(folder));
        integrations.close();
        assertThat(integrations.health()).isFalse();
    }

    private static Integrations.Settings settings(Path journal) {
        return Integrations.Settings.usual(journal, Clock.systemUTC());
    }

    private static Letter letter(String payload) {
        return new Letter(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "ticket.created",
                Instant.parse("2026-11-23T08:00:00Z"),
                "test-correlation",
                payload);
    }
}
