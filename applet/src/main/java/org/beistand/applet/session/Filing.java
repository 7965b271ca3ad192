package org.beistand.applet.session;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.consent.Consent;
import org.beistand.applet.files.DownloadFolder;
import org.beistand.applet.files.FileRow;
import org.beistand.applet.journal.SessionJournal;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.wire.files.FileFetch;
import org.beistand.engine.wire.files.FileOffer;
import org.beistand.engine.wire.files.FileOutcome;
import org.beistand.engine.wire.files.FilePiece;
import org.beistand.engine.wire.files.FileProgress;

/**
 * Files go from one end to the other (docs/protocol.md, "Files"): a technician's onto this computer while the customer
 * allows it, the customer's to whoever fetches what was chosen. All of it happens on one thread of its own, because disks
 * may keep it waiting; the methods only leave orders for it.
 */
final class Filing implements Shared {

    static final String FEATURE = "files.1";

    private static final Logger LOG = Logger.getLogger(Filing.class.getName());

    /** Pieces that wait for the disk: several technicians may have a window each under way. */
    private static final long MOST_WAITING_BYTES = 8L << 20;

    private static final Duration LINE_IS_BUSY = Duration.ofMillis(50);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("files").factory());
    private final AtomicLong waiting = new AtomicLong();

    /** Rows of which the customer wants no more, from the click on. */
    private final Set<UUID> stopped = ConcurrentHashMap.newKeySet();

    /** Raised with each connection that is lost: what came by an older one is answered nowhere. */
    private final AtomicInteger connections = new AtomicInteger();

    private final Consent consent;
    private final Predicate<Technician> counts;
    private final FileList list;
    private final Receiving receiving;
    private final Offering offering;

    /**
     * @param counts whether a technician's word still counts: not of those sent away
     * @param changed called on the loop when the customer is to be shown something else
     */
    Filing(
            DownloadFolder folder,
            Consent consent,
            Predicate<Technician> counts,
            Outbound outbound,
            SessionJournal journal,
            SessionLoop loop,
            Runnable changed) {
        this.consent = consent;
        this.counts = counts;
        this.list = new FileList(() -> loop.run(changed));
        this.receiving = new Receiving(folder, consent, outbound, journal, list, stopped::contains);
        this.offering = new Offering(
                outbound,
                journal,
                list,
                id -> !thread.isShutdown() && !stopped.contains(id),
                task -> loop.after(LINE_IS_BUSY, () -> run(task)));
    }

    List<FileRow> rows() {
        return list.shown();
    }

    /** A technician's message on channel FILES. */
    void accept(Frame frame, Technician from) throws InvalidProtocolBufferException {
        ByteBuffer payload = frame.payload();
        long bytes = payload.remaining();
        switch (frame.header().type()) {
            case FILE_OFFER -> {
                FileOffer offer = FileOffer.parseFrom(payload);
                order(from, offer.getId(), bytes, id -> receiving.offered(from, id, offer));
            }
            case FILE_FETCH -> {
                FileFetch fetch = FileFetch.parseFrom(payload);
                order(from, fetch.getId(), bytes, id -> offering.fetch(from, id, fetch));
            }
            case FILE_PIECE -> {
                FilePiece piece = FilePiece.parseFrom(payload);
                order(from, piece.getId(), bytes, id -> receiving.piece(from, id, piece));
            }
            default -> {
                FileProgress progress = FileProgress.parseFrom(payload);
                order(from, progress.getId(), bytes, id -> progress(from, id, progress));
            }
        }
    }

    private void progress(Technician from, UUID id, FileProgress progress) {
        if (progress.getOutcome() == FileOutcome.FILE_OUTCOME_CANCELLED) {
            receiving.cancelled(from, id);
        }
        offering.progress(from, id, progress);
    }

    /** What cannot be an id, and what is beyond all that peers may have under way, is left alone. */
    private void order(Technician from, String wireId, long bytes, Consumer<UUID> order) {
        int connection = connections.get();
        FilesWire.id(wireId).ifPresent(id -> {
            if (waiting.addAndGet(bytes) > MOST_WAITING_BYTES) {
                waiting.addAndGet(-bytes);
                LOG.warning("a technician sends more of a file than the disk can take");
            } else {
                run(() -> {
                    waiting.addAndGet(-bytes);
                    if (connection == connections.get() && counts.test(from)) {
                        order.accept(id);
                    }
                });
            }
        });
    }

    /** The customer has chosen these for the technicians. From any thread. */
    void give(List<Path> files) {
        run(() -> offering.chosen(files));
    }

    /** The customer wants what this row shows neither to come nor to go. From any thread. */
    void stop(UUID row) {
        stopped.add(row);
        run(() -> {
            receiving.cancelled(row);
            offering.takenBack(row);
        });
    }

    @Override
    public void consentChanged() {
        if (!consent.allows(Permission.FILE_WRITE)) {
            run(receiving::takeBack);
        }
    }

    @Override
    public void agreed(Technician technician) {
        run(() -> offering.agreed(technician));
    }

    /** What is under way waits for them, unless they are gone for good; nothing reaches them meanwhile. */
    @Override
    public void left(int participant) {}

    void leftForGood(Technician technician) {
        run(() -> {
            receiving.giveUp(technician.subject());
            offering.leave(technician.subject());
        });
    }

    @Override
    public void connectionLost() {
        connections.incrementAndGet();
    }

    /** Nothing is written any more, because consent is closed, and nothing is sent. */
    @Override
    public void stop() {
        run(receiving::close);
        run(offering::close);
        thread.shutdown();
    }

    /** After {@link #stop}: waits until what was being written is written down, but not longer than this. */
    void awaitEnd(Duration atMost) throws InterruptedException {
        if (!thread.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warning("a disk does not answer: files may lack in the journal");
        }
    }

    private void run(Runnable order) {
        try {
            thread.execute(() -> {
                try {
                    order.run();
                } catch (RuntimeException failed) {
                    LOG.log(Level.SEVERE, "files go on after a failure", failed);
                }
            });
        } catch (RejectedExecutionException over) {
            LOG.fine("the session is over");
        }
    }
}
