package org.beistand.engine.relay.recording;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.Json;
import org.beistand.engine.protocol.contract.JsonRefused;
import org.beistand.engine.protocol.contract.RecordingTape;
import org.beistand.engine.relay.session.Peer;
import org.beistand.engine.relay.session.Recorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every tape on this relay's disk: those that are being made, and those that the helpdesk does not have yet, also from an
 * earlier process. One tape is two files, its announcement and its frames. Safe for use by many threads.
 */
public final class Tapes implements Recorder, AutoCloseable {

    /** Of all tapes on the disk: hours of a busy relay whose helpdesk is away. */
    static final long MOST_BYTES = 4L << 30;

    private static final int WRITERS = 2;
    private static final String ANNOUNCEMENT = ".json";
    private static final String FRAMES = ".tape";
    private static final Logger LOG = LoggerFactory.getLogger(Tapes.class);

    private record Running(Tape tape, Runnable failed) {}

    private final Path folder;
    private final Clock clock;
    private final long mostBytes;
    private final ExecutorService writers;
    private final Map<UUID, Running> running = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    /**
     * With what an earlier process left.
     *
     * @param folder made when it is not there
     * @throws IOException when it cannot be written
     */
    public Tapes(Path folder, Clock clock) throws IOException {
        this(folder, clock, MOST_BYTES);
    }

    Tapes(Path folder, Clock clock, long mostBytes) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.clock = clock;
        this.mostBytes = mostBytes;
        this.writers = Executors.newFixedThreadPool(
                WRITERS, Thread.ofPlatform().name("tapes-", 0).daemon().factory());
        sweep();
        spooled();
    }

    /** Halves that a dying process left: nobody could play them. */
    private void sweep() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                String id = name.replaceFirst("\\.[a-z]+$", "");
                if (Stream.of(ANNOUNCEMENT, FRAMES).anyMatch(half -> !Files.exists(folder.resolve(id + half)))) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public Optional<Peer> record(Order order, Runnable failed) {
        UUID id = UUID.randomUUID();
        try {
            if (bytes.get() >= mostBytes) {
                throw new IOException("the spool is full");
            }
            FileChannel file = FileChannel.open(frames(id), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Tape tape = new Tape(id, order.number(), file, clock, writers, new Keeper());
            running.put(id, new Running(tape, failed));
            try {
                announce(id, order); // last: whoever lists tapes finds none that seems to be whole before it began
            } catch (IOException diskFails) {
                running.remove(id);
                file.close();
                Files.deleteIfExists(frames(id));
                throw diskFails;
            }
            LOG.info("recording begins session={} subject={} tape={}", order.sessionId(), order.subject(), id);
            return Optional.of(tape);
        } catch (IOException diskFails) {
            LOG.error("no recording session={} reason=\"{}\"", order.sessionId(), diskFails.toString());
            return Optional.empty();
        }
    }

    /** The announcement is whole or not there: frames without one would be nobody's. */
    private void announce(UUID id, Order order) throws IOException {
        RecordingTape tape = new RecordingTape(
                id,
                order.sessionId(),
                order.subject(),
                order.name(),
                clock.instant(),
                order.keys().getKeyId(),
                text(order.keys().getEncapsulation()),
                text(order.keys().getSealedKeys()));
        Path fresh = folder.resolve(id + ".new");
        Files.write(fresh, Json.write(tape));
        Files.move(fresh, announcement(id), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String text(ByteString value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value.toByteArray());
    }

    private final class Keeper implements Tape.Keeper {
        @Override
        public void grew(long more) throws IOException {
            if (bytes.addAndGet(more) > mostBytes) {
                bytes.addAndGet(-more);
                throw new IOException("the spool is full");
            }
        }

        @Override
        public void ended(Tape tape, String why) {
            Running ended = running.remove(tape.id());
            if (why.isEmpty()) {
                LOG.info("recording ends tape={}", tape.id());
            } else {
                LOG.error("recording breaks off tape={} reason=\"{}\"", tape.id(), why);
                if (ended != null) {
                    ended.failed().run();
                }
            }
        }
    }

    /** What is on the disk, in no order, counted anew. A tape that could not be looked at is left for the next time. */
    public List<SpooledTape> spooled() {
        List<SpooledTape> tapes = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ANNOUNCEMENT)).toList()) {
                read(file).ifPresent(tapes::add);
            }
        } catch (IOException diskFails) {
            LOG.error("tapes cannot be listed", diskFails);
        }
        bytes.set(tapes.stream().mapToLong(SpooledTape::bytes).sum());
        return tapes;
    }

    private Optional<SpooledTape> read(Path file) {
        try {
            RecordingTape announced = Json.read(Files.readAllBytes(file), RecordingTape.class);
            boolean isWhole = !running.containsKey(announced.tapeId()); // before the size: it cannot grow afterwards
            Path frames = frames(announced.tapeId());
            return Files.exists(frames)
                    ? Optional.of(new SpooledTape(announced, frames, Files.size(frames), isWhole))
                    : Optional.empty();
        } catch (IOException | JsonRefused unreadable) {
            LOG.warn("tape passed over file={} reason=\"{}\"", file.getFileName(), unreadable.toString());
            return Optional.empty();
        }
    }

    /** The helpdesk has it, or nobody wants it: it is deleted, and broken off if it is still being made. */
    public void remove(SpooledTape tape) {
        UUID id = tape.announcement().tapeId();
        Running broken = running.remove(id);
        if (broken != null) {
            broken.tape().close(Status.OK, "not wanted", List.of());
            broken.failed().run();
        }
        try {
            Files.deleteIfExists(announcement(id));
            Files.deleteIfExists(frames(id));
        } catch (IOException diskFails) {
            LOG.error("tape cannot be deleted tape={}", id, diskFails);
        }
    }

    /** Bytes on the disk. */
    public long bytes() {
        return bytes.get();
    }

    private Path announcement(UUID id) {
        return folder.resolve(id + ANNOUNCEMENT);
    }

    private Path frames(UUID id) {
        return folder.resolve(id + FRAMES);
    }

    /** Writes what is still to be written. Everybody must have been sent away before. */
    @Override
    public void close() {
        writers.shutdown();
        try {
            if (!writers.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.error("tapes were not finished in time");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
