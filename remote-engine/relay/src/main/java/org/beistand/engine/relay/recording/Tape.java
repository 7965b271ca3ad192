package org.beistand.engine.relay.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.recording.TapeEntry;
import org.beistand.engine.relay.session.Parcel;
import org.beistand.engine.relay.session.Peer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recording of one connection while it is made: one more receiver of its frames, which appends them to a file. A disk
 * that is slower than the connection holds up the sender, as a slow technician does; nothing is dropped.
 */
final class Tape implements Peer {

    /** Waiting bytes from which the sender is to pause, and below which it may go on. */
    private static final long CONGESTED = 2L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Tape.class);

    /** What the tape says to its keeper, from the writer's thread and under no lock. */
    interface Keeper {

        /**
         * More bytes are to come onto the disk.
         *
         * @throws IOException when there are too many of them
         */
        void grew(long bytes) throws IOException;

        /** Nothing is written any more. @param why empty after an orderly end */
        void ended(Tape tape, String why);
    }

    private record Entry(long timeMicros, Role sender, Parcel frame) {}

    private final UUID id;
    private final int technician;
    private final FileChannel file;
    private final Clock clock;
    private final Executor writer;
    private final Keeper keeper;
    private final Queue<Entry> waiting = new ArrayDeque<>();
    private final List<Runnable> continuations = new ArrayList<>();
    private long waitingBytes;
    private boolean writing;
    private boolean closed;

    /**
     * @param technician number of the recorded connection
     * @param file empty; closed by the tape
     * @param writer runs what may block on the disk
     */
    Tape(UUID id, int technician, FileChannel file, Clock clock, Executor writer, Keeper keeper) {
        this.id = id;
        this.technician = technician;
        this.file = file;
        this.clock = clock;
        this.writer = writer;
        this.keeper = keeper;
    }

    UUID id() {
        return id;
    }

    @Override
    public synchronized void add(Parcel frame) {
        if (closed) {
            frame.release();
            return;
        }
        ByteBuffer bytes = frame.bytes();
        int from = Short.toUnsignedInt(bytes.getShort(bytes.position() + FrameHeader.PARTICIPANT_OFFSET));
        waiting.add(new Entry(micros(), from == technician ? Role.TECHNICIAN : Role.APPLET, frame));
        waitingBytes += frame.size();
    }

    @Override
    public void flush() {
        synchronized (this) {
            if (writing) {
                return;
            }
            writing = true;
        }
        try {
            writer.execute(this::write);
        } catch (RejectedExecutionException stopped) {
            LOG.warn("the relay stops: the end of tape {} is not written", id);
        }
    }

    /** On the writer's thread, one at a time: everything that waits. */
    private void write() {
        try {
            for (Entry entry = next(); entry != null; entry = next()) {
                try {
                    append(entry);
                } finally {
                    written(entry);
                }
            }
        } catch (IOException diskFails) {
            end(String.valueOf(diskFails.getMessage()));
        }
    }

    private @Nullable Entry next() {
        boolean over;
        synchronized (this) {
            Entry entry = waiting.poll();
            if (entry != null) {
                return entry;
            }
            writing = closed; // nobody writes behind the end
            over = closed;
        }
        if (over) {
            endWhole();
        }
        return null;
    }

    private void endWhole() {
        try {
            ByteBuffer mark = TapeEntry.end(micros());
            keeper.grew(mark.remaining());
            while (mark.hasRemaining()) {
                file.write(mark);
            }
        } catch (IOException diskFails) {
            end(String.valueOf(diskFails.getMessage()));
            return;
        }
        end("");
    }

    private long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    private void append(Entry entry) throws IOException {
        ByteBuffer frame = entry.frame().bytes();
        ByteBuffer[] parts = {TapeEntry.head(entry.timeMicros(), entry.sender(), frame.remaining()), frame};
        keeper.grew((long) parts[0].remaining() + parts[1].remaining());
        while (parts[0].hasRemaining() || parts[1].hasRemaining()) {
            file.write(parts);
        }
    }

    private void written(Entry entry) {
        List<Runnable> relieved = List.of();
        synchronized (this) {
            waitingBytes -= entry.frame().size();
            if (waitingBytes < CONGESTED && !continuations.isEmpty()) {
                relieved = List.copyOf(continuations);
                continuations.clear();
            }
        }
        entry.frame().release();
        relieved.forEach(Runnable::run);
    }

    private void end(String why) {
        List<Runnable> relieved;
        List<Entry> dropped;
        synchronized (this) {
            closed = true;
            writing = true;
            dropped = List.copyOf(waiting);
            waiting.clear();
            waitingBytes = 0;
            relieved = List.copyOf(continuations);
            continuations.clear();
        }
        dropped.forEach(entry -> entry.frame().release());
        relieved.forEach(Runnable::run);
        try {
            file.close();
        } catch (IOException diskFails) {
            keeper.ended(this, String.valueOf(diskFails.getMessage()));
            return;
        }
        keeper.ended(this, why);
    }

    @Override
    public synchronized boolean congested() {
        return waitingBytes >= CONGESTED;
    }

    @Override
    public void whenDrained(Runnable continuation) {
        synchronized (this) {
            if (waitingBytes >= CONGESTED) {
                continuations.add(continuation);
                return;
            }
        }
        continuation.run();
    }

    /** Ends the recording behind what was added: unlike a connection, a tape has nobody to wait for. */
    @Override
    public void close(Status status, String detail, List<ByteBuffer> lastFrames) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        flush();
    }
}
