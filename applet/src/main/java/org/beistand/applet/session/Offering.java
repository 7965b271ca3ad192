package org.beistand.applet.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.files.FileDeparture;
import org.beistand.applet.files.FileEnd;
import org.beistand.applet.files.FileRow;
import org.beistand.applet.files.OfferedFile;
import org.beistand.applet.journal.SessionJournal;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.contract.JournalEntry.MovedFile;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.wire.files.FileFetch;
import org.beistand.engine.wire.files.FileProgress;

/**
 * From the customer's computer to technicians. That the customer has chosen a file is the consent for this file, until it
 * is taken back. Each technician fetches one at a time. Used on the files' thread.
 */
final class Offering {

    private static final Logger LOG = Logger.getLogger(Offering.class.getName());

    private final Outbound outbound;
    private final SessionJournal journal;
    private final FileList list;
    private final Predicate<UUID> open;
    private final Consumer<Runnable> later;
    private final Map<UUID, OfferedFile> offered = new LinkedHashMap<>();

    /** By the technician's subject, as connected when they last spoke. */
    private final Map<String, Technician> audience = new HashMap<>();

    /** By the technician's subject. */
    private final Map<String, FileDeparture> departures = new HashMap<>();

    /** Those whose file is on its way now. */
    private final Set<String> fetching = new LinkedHashSet<>();

    private final Deliveries deliveries = new Deliveries();

    /**
     * @param open whether this file may still leave; asked before every piece
     * @param later runs something a little later, on this thread
     */
    Offering(Outbound outbound, SessionJournal journal, FileList list, Predicate<UUID> open, Consumer<Runnable> later) {
        this.outbound = outbound;
        this.journal = journal;
        this.list = list;
        this.open = open;
        this.later = later;
    }

    /** The customer has chosen these. */
    void chosen(List<Path> files) {
        files.forEach(this::chosen);
    }

    private void chosen(Path path) {
        try {
            OfferedFile file = OfferedFile.of(path);
            FileRow row = row(file);
            if (file.bytes() > Limits.FILE_BYTES || offered.size() >= Limits.FILES_OFFERED) {
                list.put(row.ended(FileEnd.TOO_LARGE, Optional.empty()));
            } else {
                offered.put(file.id(), file);
                list.put(row);
                audience.values().forEach(technician -> offer(technician, file));
            }
        } catch (IOException cannot) {
            LOG.log(Level.INFO, "a chosen file cannot be read", cannot);
            String name = String.valueOf(path.getFileName());
            list.put(
                    new FileRow(UUID.randomUUID(), false, "", name, 0, 0, Optional.of(FileEnd.GONE), Optional.empty()));
        }
    }

    private static FileRow row(OfferedFile file) {
        return new FileRow(file.id(), false, "", file.name(), file.bytes(), 0, Optional.empty(), Optional.empty());
    }

    /** A technician is here, or here again: what was under way is fetched anew, or not at all. */
    void agreed(Technician technician) {
        rests(technician.subject());
        audience.put(technician.subject(), technician);
        offered.values().forEach(file -> offer(technician, file));
    }

    private void offer(Technician to, OfferedFile file) {
        if (to.may(Permission.FILE_READ) && to.features().contains(Filing.FEATURE)) {
            outbound.sendTo(to.participant(), MessageType.FILE_OFFER, FilesWire.offer(file));
        }
    }

    void fetch(Technician from, UUID id, FileFetch wish) {
        OfferedFile file = offered.get(id);
        if (!from.may(Permission.FILE_READ)) {
            tell(from, FilesWire.ended(id, FileEnd.NOT_PERMITTED));
        } else if (file == null) {
            tell(from, FilesWire.ended(id, FileEnd.GONE));
        } else if (wish.getOffset() < 0 || wish.getOffset() > file.bytes()) {
            tell(from, FilesWire.ended(id, FileEnd.BROKEN));
        } else {
            audience.put(from.subject(), from);
            depart(from, file, wish.getOffset());
        }
    }

    private void depart(Technician to, OfferedFile file, long offset) {
        FileDeparture before = departures.get(to.subject());
        if (before != null && !before.file().id().equals(file.id())) {
            leave(to.subject());
        }
        try {
            FileDeparture departure = departures.get(to.subject());
            if (departure == null) {
                departure = new FileDeparture(file);
                departures.put(to.subject(), departure);
            }
            departure.from(offset);
            fetching.add(to.subject());
            send(to, departure);
        } catch (IOException changed) {
            isGone(file, changed);
        }
    }

    /** As much as may be under way. Who has lost the connection asks again when they are back. */
    private void send(Technician to, FileDeparture departure) {
        OfferedFile file = departure.file();
        try {
            while (open.test(file.id()) && !outbound.isBusy() && outbound.reaches(to.participant())) {
                Optional<FileDeparture.Piece> next = departure.next(System.nanoTime());
                if (next.isEmpty()) {
                    break;
                }
                outbound.sendTo(to.participant(), MessageType.FILE_PIECE, FilesWire.piece(file.id(), next.get()));
            }
            show(file);
            if (outbound.isBusy() && !departure.hasLeft()) {
                later.accept(() -> goOn(to, departure));
            }
            if (deliveries.hasLeft(to.subject(), departure)) {
                String sha256 = HexFormat.of().formatHex(deliveries.sha256(departure));
                journal.fileMoved(
                        to.name(), Permission.FILE_READ.wireName(), new MovedFile(file.name(), file.bytes(), sha256));
            }
        } catch (IOException changed) {
            isGone(file, changed);
        }
    }

    /** The line is free again. */
    private void goOn(Technician to, FileDeparture departure) {
        if (departure.equals(departures.get(to.subject())) && fetching.contains(to.subject())) {
            send(to, departure);
        }
    }

    /** What is true of it now: somebody gets it, somebody has got it, or nobody has yet. */
    private void show(OfferedFile file) {
        for (String subject : fetching) {
            FileDeparture departure = departures.get(subject);
            Technician technician = audience.get(subject);
            if (departure != null && technician != null && departure.file().equals(file)) {
                list.put(row(file).at(technician.name(), departure.sent()));
                return;
            }
        }
        FileRow row = row(file);
        list.put(deliveries
                .taker(file.id())
                .map(taker -> row.at(taker, file.bytes()).ended(FileEnd.TAKEN, Optional.empty()))
                .orElse(row));
    }

    /** What this technician was fetching rests. */
    private void rests(String subject) {
        FileDeparture departure = departures.get(subject);
        if (fetching.remove(subject)
                && departure != null
                && offered.containsKey(departure.file().id())) {
            show(departure.file());
        }
    }

    /** This technician fetches nothing (more) of what was under way. */
    void leave(String subject) {
        rests(subject);
        arrest(subject);
    }

    /** What the technician has, and at last what became of it. */
    void progress(Technician from, UUID id, FileProgress progress) {
        FileDeparture departure = departures.get(from.subject());
        if (departure == null || !departure.file().id().equals(id)) {
            return;
        }
        switch (progress.getOutcome()) {
            case FILE_OUTCOME_UNSPECIFIED -> {
                departure.confirm(progress.getBytes(), System.nanoTime());
                send(from, departure);
            }
            case FILE_OUTCOME_TAKEN -> taken(from, departure);
            default -> leave(from.subject());
        }
    }

    /** Told as often as asked: the departure stays until the technician fetches something else. */
    private void taken(Technician from, FileDeparture departure) {
        if (!departure.hasLeft()) {
            return;
        }
        OfferedFile file = departure.file();
        try {
            byte[] sha256 = deliveries.sha256(departure);
            deliveries.taken(file.id(), from.name());
            fetching.remove(from.subject());
            show(file);
            tell(from, FilesWire.ended(file.id(), file.bytes(), FileEnd.TAKEN, sha256));
        } catch (IOException unreadable) {
            isGone(file, unreadable);
        }
    }

    /** The customer takes it back. */
    void takenBack(UUID id) {
        OfferedFile file = offered.get(id);
        if (file != null) {
            withdraw(file, FileEnd.CANCELLED);
            list.remove(id);
        }
    }

    private void isGone(OfferedFile file, IOException why) {
        LOG.log(Level.INFO, "an offered file is gone: {0}", why.toString());
        withdraw(file, FileEnd.GONE);
        list.put(row(file).ended(FileEnd.GONE, Optional.empty()));
    }

    private void withdraw(OfferedFile file, FileEnd end) {
        offered.remove(file.id());
        List.copyOf(departures.entrySet()).stream()
                .filter(known -> known.getValue().file().id().equals(file.id()))
                .forEach(known -> arrest(known.getKey()));
        audience.values().stream()
                .filter(technician -> technician.may(Permission.FILE_READ))
                .forEach(technician -> tell(technician, FilesWire.ended(file.id(), end)));
    }

    private void arrest(String technician) {
        fetching.remove(technician);
        FileDeparture departure = departures.remove(technician);
        if (departure != null) {
            try {
                departure.close();
            } catch (IOException failed) {
                LOG.log(Level.FINE, "a file that was read", failed);
            }
        }
    }

    /** Nothing more goes. */
    void close() {
        List.copyOf(departures.keySet()).forEach(this::arrest);
        offered.clear();
    }

    private void tell(Technician to, FileProgress progress) {
        outbound.sendTo(to.participant(), MessageType.FILE_PROGRESS, progress);
    }
}
