package org.beistand.integration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.locks.ReentrantLock;

/** JSON lines, one file for each day (UTC) of the events, each line written whole and forced to disk before it counts. */
final class Journal {

    /** Longer than any event the outbox holds; such a line is somebody's mistake. */
    private static final int LONGEST_PAYLOAD = 1 << 17;

    private final Path folder;
    private final ReentrantLock writing = new ReentrantLock();

    Journal(Path folder) {
        this.folder = folder;
    }

    void append(Letter letter) throws IOException {
        if (letter.payload().length() > LONGEST_PAYLOAD || letter.payload().indexOf('\n') >= 0) {
            throw new UndeliverableLetter("payload of " + letter.type() + " does not fit on a line");
        }
        String line = "{\"id\":\"" + letter.id() + "\",\"company\":\"" + letter.companyId() + "\",\"type\":\""
                + escaped(letter.type()) + "\",\"occurredAt\":\"" + letter.occurredAt() + "\",\"correlation\":\""
                + escaped(letter.correlationId()) + "\",\"payload\":" + letter.payload() + "}\n";
        writing.lock();
        try {
            Files.createDirectories(folder);
            Files.write(
                    folder.resolve("events-" + LocalDate.ofInstant(letter.occurredAt(), ZoneOffset.UTC) + ".jsonl"),
                    line.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } finally {
            writing.unlock();
        }
    }

    /** Names and ids of ours have no such characters; a foreign one must not break the line. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }
}
