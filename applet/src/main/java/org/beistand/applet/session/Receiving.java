package org.beistand.applet.session;

import java.io.IOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.consent.Consent;
import org.beistand.applet.files.DownloadFolder;
import org.beistand.applet.files.FileArrival;
import org.beistand.applet.files.FileEnd;
import org.beistand.applet.files.FileRow;
import org.beistand.applet.journal.SessionJournal;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.contract.JournalEntry.MovedFile;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.wire.files.FileOffer;
import org.beistand.engine.wire.files.FilePiece;
import org.beistand.engine.wire.files.FileProgress;

/** From technicians onto the customer's computer, each technician one file at a time. Used on the files' thread. */
final class Receiving {

    private static final Logger LOG = Logger.getLogger(Receiving.class.getName());

    /** Files of one session: more is not help but a nuisance. Of as many it is known what became of them. */
    private static final int MOST_FINISHED = 1_000;

    private final DownloadFolder folder;
    private final Consent consent;
    private final Outbound outbound;
    private final SessionJournal journal;
    private final FileList list;
    private final Predicate<UUID> stopped;

    private int begun;

    /** By the technician's subject. */
    private final Map<String, Unfinished> unfinished = new HashMap<>();

    private final Map<Name, FileProgress> finished = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, FileProgress> eldest) {
            return size() > MOST_FINISHED;
        }
    };

    /** Ids are the technicians' own: each has theirs. */
    private record Name(String technician, UUID id) {}

    /**
     * @param from as connected when they last spoke of it
     * @param row its own in the list: ids are not the customer's
     */
    private record Unfinished(Technician from, UUID id, FileArrival arrival, UUID row) {}

    /** @param stopped rows of which the customer wants no more; asked before every piece */
    Receiving(
            DownloadFolder folder,
            Consent consent,
            Outbound outbound,
            SessionJournal journal,
            FileList list,
            Predicate<UUID> stopped) {
        this.folder = folder;
        this.consent = consent;
        this.outbound = outbound;
        this.journal = journal;
        this.list = list;
        this.stopped = stopped;
    }

    void offered(Technician from, UUID id, FileOffer offer) {
        FileProgress before = finished.get(new Name(from.subject(), id));
        Optional<Unfinished> known = known(from, id);
        if (before != null) {
            tell(from, before);
        } else if (!from.may(Permission.FILE_WRITE) || !consent.allows(Permission.FILE_WRITE)) {
            tell(from, FilesWire.ended(id, FileEnd.NOT_PERMITTED));
        } else if (known.isPresent()) {
            unfinished.put(
                    from.subject(),
                    new Unfinished(from, id, known.get().arrival(), known.get().row()));
            tell(from, FilesWire.underWay(id, known.get().arrival().received()));
        } else {
            giveUp(from.subject());
            begin(from, id, offer);
        }
    }

    private void begin(Technician from, UUID id, FileOffer offer) {
        if (offer.getBytes() < 0 || offer.getBytes() > Limits.FILE_BYTES) {
            tell(from, FilesWire.ended(id, FileEnd.TOO_LARGE));
        } else if (begun >= MOST_FINISHED) {
            tell(from, FilesWire.ended(id, FileEnd.NO_ROOM));
        } else if (offer.getName().length() > Limits.FILE_NAME_CHARACTERS) {
            tell(from, FilesWire.ended(id, FileEnd.BROKEN));
        } else {
            begun++;
            try {
                FileArrival arrival = new FileArrival(consent, folder, offer.getName(), offer.getBytes());
                Unfinished fresh = new Unfinished(from, id, arrival, UUID.randomUUID());
                unfinished.put(from.subject(), fresh);
                list.put(new FileRow(
                        fresh.row(),
                        true,
                        from.name(),
                        arrival.name(),
                        arrival.bytes(),
                        0,
                        Optional.empty(),
                        Optional.empty()));
                tell(from, FilesWire.underWay(id, 0));
                settleIfComplete(fresh);
            } catch (IOException cannot) {
                LOG.log(Level.WARNING, "a file cannot be received", cannot);
                tell(from, FilesWire.ended(id, FileEnd.NO_ROOM));
            }
        }
    }

    void piece(Technician from, UUID id, FilePiece piece) {
        known(from, id).ifPresent(known -> {
            FileArrival arrival = known.arrival();
            Optional<FileEnd> refused = stopped.test(known.row())
                    ? Optional.of(FileEnd.CANCELLED)
                    : arrival.take(piece.getOffset(), piece.getBytes().asReadOnlyByteBuffer());
            if (refused.isPresent()) {
                finish(known, refused.get());
            } else {
                list.row(known.row()).ifPresent(row -> list.put(row.at(from.name(), arrival.received())));
                if (!settleIfComplete(known)) {
                    tell(from, FilesWire.underWay(id, arrival.received()));
                }
            }
        });
    }

    private boolean settleIfComplete(Unfinished known) {
        FileArrival arrival = known.arrival();
        if (arrival.isComplete()) {
            finish(known, arrival.settle());
        }
        return arrival.isComplete();
    }

    /** The technician does not want it any more. */
    void cancelled(Technician from, UUID id) {
        known(from, id).ifPresent(known -> finish(known, FileEnd.CANCELLED));
    }

    /** The customer does not. */
    void cancelled(UUID row) {
        List.copyOf(unfinished.values()).stream()
                .filter(known -> known.row().equals(row))
                .forEach(known -> finish(known, FileEnd.CANCELLED));
    }

    private Optional<Unfinished> known(Technician from, UUID id) {
        return Optional.ofNullable(unfinished.get(from.subject()))
                .filter(known -> known.id().equals(id));
    }

    /** Another file takes its place, or they are gone for good. */
    void giveUp(String technician) {
        Optional.ofNullable(unfinished.get(technician)).ifPresent(known -> finish(known, FileEnd.CANCELLED));
    }

    /** Consent is gone. */
    void takeBack() {
        List.copyOf(unfinished.values()).forEach(known -> finish(known, FileEnd.NOT_PERMITTED));
    }

    /** Nothing more comes. */
    void close() {
        unfinished.values().forEach(known -> known.arrival().close());
        unfinished.clear();
    }

    private void finish(Unfinished known, FileEnd end) {
        FileArrival arrival = known.arrival();
        Technician from = known.from();
        unfinished.remove(from.subject());
        arrival.close();
        FileProgress told = FilesWire.ended(known.id(), arrival.received(), end, arrival.sha256());
        finished.put(new Name(from.subject(), known.id()), told);
        if (end == FileEnd.TAKEN) {
            String sha256 = HexFormat.of().formatHex(arrival.sha256());
            journal.fileMoved(
                    from.name(),
                    Permission.FILE_WRITE.wireName(),
                    new MovedFile(arrival.name(), arrival.bytes(), sha256));
        }
        list.row(known.row()).ifPresent(row -> list.put(row.ended(end, arrival.place())));
        tell(from, told);
    }

    private void tell(Technician to, FileProgress progress) {
        outbound.sendTo(to.participant(), MessageType.FILE_PROGRESS, progress);
    }
}
