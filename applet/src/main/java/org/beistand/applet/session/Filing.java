package org.beistand.applet.session;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
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

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("files").factory());
    private final AtomicLong waiting = new AtomicLong();
    private final Consent consent;
    private final FileList list;
    private final Receiving receiving;
    private final Offering offering;

    /** @param changed called on the loop when the customer is to be shown something else */
    Filing(
            DownloadFolder folder,
            Consent consent,
            Outbound outbound,
            SessionJournal journal,
            SessionLoop loop,
            Runnable changed) {
        this.consent = consent;
        this.list = new FileList(() -> loop.run(changed));
        this.receiving = new Receiving(folder, consent, outbound, journal, list);
        this.offering = new Offering(outbound, journal, list, () -> !thread.isShutdown());
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
                order(offer.getId(), bytes, id -> receiving.offered(from, id, offer));
            }
            case FILE_FETCH -> {
                FileFetch fetch = FileFetch.parseFrom(payload);
                order(fetch.getId(), bytes, id -> offering.fetch(from, id, fetch));
            }
            case FILE_PIECE -> {
                FilePiece piece = FilePiece.parseFrom(payload);
                order(piece.getId(), bytes, id -> receiving.piece(from, id, piece));
            }
            default -> {
                FileProgress progress = FileProgress.parseFrom(payload);
                order(progress.getId(), bytes, id -> progress(from, id, progress));
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
    private void order(String wireId, long bytes, Consumer<UUID> order) {
        FilesWire.id(wireId).ifPresent(id -> {
            if (waiting.addAndGet(bytes) > MOST_WAITING_BYTES) {
                waiting.addAndGet(-bytes);
                LOG.warning("a technician sends more of a file than the disk can take");
            } else {
                run(() -> {
                    waiting.addAndGet(-bytes);
                    order.accept(id);
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

    /** What is under way waits for them; nothing reaches them meanwhile. */
    @Override
    public void left(int participant) {}

    @Override
    public void connectionLost() {}

    /** Nothing is written any more, because consent is closed, and nothing is sent. */
    @Override
    public void stop() {
        run(receiving::close);
        run(offering::close);
        thread.shutdown();
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
