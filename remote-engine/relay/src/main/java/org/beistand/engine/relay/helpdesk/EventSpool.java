package org.beistand.engine.relay.helpdesk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beistand.engine.protocol.contract.Json;
import org.beistand.engine.protocol.contract.JsonRefused;
import org.beistand.engine.protocol.contract.RelayEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events that the helpdesk has not taken yet, in memory and in an append-only file: a line {@code + <event>} when one
 * happens, a line {@code - <event id>} when it was delivered. What was written survives the death of the process; a line
 * that was torn by it is passed over. Bounded: when it is full, the oldest event gives way.
 */
final class EventSpool implements AutoCloseable {

    /** Events kept at most: a day of a busy relay without its helpdesk, below 5 MB. */
    static final int MOST = 10_000;

    /** File size from which an idle spool starts afresh. */
    private static final long COMPACT_BYTES = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(EventSpool.class);

    private final Path file;
    private final Map<UUID, RelayEvent> waiting = new LinkedHashMap<>();
    private final Runnable lost;
    private FileChannel channel;

    /**
     * Opens the spool with what an earlier process left in it.
     *
     * @param lost told for each event that gave way
     * @throws IOException when the folder cannot be written
     */
    EventSpool(Path folder, Runnable lost) throws IOException {
        this.lost = lost;
        Files.createDirectories(folder);
        file = folder.resolve("events.log");
        if (Files.exists(file)) {
            replay(Files.readAllLines(file, ISO_8859_1));
        }
        channel = rewrite();
    }

    private void replay(List<String> lines) {
        for (String line : lines) {
            try {
                if (line.startsWith("+ ")) {
                    byte[] json = line.substring(2).getBytes(ISO_8859_1);
                    RelayEvent event = Json.read(json, RelayEvent.class);
                    waiting.put(event.eventId(), event);
                } else if (line.startsWith("- ")) {
                    waiting.remove(UUID.fromString(line.substring(2)));
                }
            } catch (JsonRefused | IllegalArgumentException torn) {
                LOG.warn("spool line passed over reason=\"{}\"", torn.getMessage());
            }
        }
        if (!waiting.isEmpty()) {
            LOG.info("spool found events={}", waiting.size());
        }
    }

    /** A fresh file with what waits, in place of the old one in one step. */
    private FileChannel rewrite() throws IOException {
        Path fresh = file.resolveSibling("events.new");
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (RelayEvent event : waiting.values()) {
                writeAll(out, added(event));
            }
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return FileChannel.open(file, StandardOpenOption.APPEND);
    }

    /** Keeps an event until {@link #delivered}. A disk that fails costs its survival of a crash, not the event. */
    synchronized void add(RelayEvent event) {
        if (waiting.size() >= MOST) {
            UUID oldest = waiting.keySet().iterator().next();
            waiting.remove(oldest);
            append(removed(oldest));
            lost.run();
            LOG.error("spool is full, an event was lost eventId={}", oldest);
        }
        waiting.put(event.eventId(), event);
        append(added(event));
        notifyAll();
    }

    /** The oldest events, at most this many; empty when none waits. */
    synchronized List<RelayEvent> oldest(int most) {
        return waiting.values().stream().limit(most).toList();
    }

    /** Waits until there is something to deliver, or the time is up. */
    synchronized void awaitEvents(long millis) throws InterruptedException {
        if (waiting.isEmpty()) {
            wait(millis);
        }
    }

    /** The helpdesk has these. */
    synchronized void delivered(List<RelayEvent> events) {
        List<UUID> gone = new ArrayList<>();
        for (RelayEvent event : events) {
            if (waiting.remove(event.eventId()) != null) {
                gone.add(event.eventId());
            }
        }
        StringBuilder lines = new StringBuilder();
        gone.forEach(id -> lines.append("- ").append(id).append('\n'));
        append(lines.toString().getBytes(UTF_8));
        compactWhenIdle();
    }

    synchronized int size() {
        return waiting.size();
    }

    private void compactWhenIdle() {
        try {
            if (waiting.isEmpty() && channel.size() > COMPACT_BYTES) {
                channel.close();
                channel = rewrite();
            }
        } catch (IOException diskFails) {
            LOG.error("spool could not start afresh", diskFails);
        }
    }

    private void append(byte[] bytes) {
        try {
            writeAll(channel, bytes);
        } catch (IOException diskFails) {
            LOG.error("spool could not be written", diskFails);
        }
    }

    private static void writeAll(FileChannel out, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    private static byte[] added(RelayEvent event) {
        return ("+ " + new String(Json.write(event), UTF_8) + "\n").getBytes(UTF_8);
    }

    private static byte[] removed(UUID id) {
        return ("- " + id + "\n").getBytes(UTF_8);
    }

    @Override
    public synchronized void close() {
        try {
            if (channel.isOpen()) {
                channel.force(true);
                channel.close();
            }
        } catch (IOException diskFails) {
            throw new UncheckedIOException(diskFails);
        }
    }
}
