package org.beistand.applet.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.beistand.applet.clipboard.Departure;
import org.beistand.applet.clipboard.Errand;
import org.beistand.applet.clipboard.GuardedClipboard;
import org.beistand.applet.consent.Consent;
import org.beistand.applet.journal.SessionJournal;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.wire.clipboard.ClipboardFetch;
import org.beistand.engine.wire.clipboard.ClipboardOutcome;
import org.beistand.engine.wire.clipboard.ClipboardProgress;

/** From the customer's clipboard to a technician who asks for it. Used on the loop. */
final class Fetching {

    private final GuardedClipboard clipboard;
    private final Consent consent;
    private final Presence presence;
    private final Outbound outbound;
    private final SessionJournal journal;
    private final SessionLoop loop;
    private final Errands errands;

    /** By the technician's subject: one at a time. */
    private final Map<String, Unfinished> unfinished = new HashMap<>();

    /** Technicians for whom the clipboard is being read. */
    private final Set<String> reading = new HashSet<>();

    /** @param departure empty while the clipboard is being read */
    private record Unfinished(Errand errand, Optional<Departure> departure) {}

    Fetching(
            GuardedClipboard clipboard,
            Consent consent,
            Presence presence,
            Outbound outbound,
            SessionJournal journal,
            SessionLoop loop,
            Errands errands) {
        this.clipboard = clipboard;
        this.consent = consent;
        this.presence = presence;
        this.outbound = outbound;
        this.journal = journal;
        this.loop = loop;
        this.errands = errands;
    }

    void fetch(Technician from, ClipboardFetch wish) {
        Errand errand = new Errand(from.subject(), wish.getStream(), wish.getNumber());
        if (from.may(Permission.CLIPBOARD_OUT)) {
            errands.arrives(errand, fresh -> {
                if (fresh) {
                    unfinished.put(from.subject(), new Unfinished(errand, Optional.empty()));
                    read(from.subject());
                } else {
                    departureOf(errand).ifPresent(departure -> depart(errand, departure));
                }
            });
        }
    }

    private Optional<Departure> departureOf(Errand errand) {
        return Optional.ofNullable(unfinished.get(errand.technician()))
                .filter(known -> known.errand().equals(errand))
                .flatMap(Unfinished::departure);
    }

    /** One look at a time for each technician, however fast they ask. */
    private void read(String technician) {
        if (reading.add(technician)) {
            clipboard.read(taken -> loop.run(() -> taken(technician, taken)));
        }
    }

    private void taken(String technician, GuardedClipboard.Taken taken) {
        reading.remove(technician);
        Unfinished waiting = unfinished.get(technician);
        if (waiting == null || waiting.departure().isPresent()) {
            return;
        }
        if (taken.clip().isEmpty()) {
            finish(waiting.errand(), ClipboardWire.outcome(taken.outcome()));
        } else {
            Departure departure = new Departure(taken.clip().get());
            unfinished.put(technician, new Unfinished(waiting.errand(), Optional.of(departure)));
            depart(waiting.errand(), departure);
        }
    }

    /** Announces it and sends its first pieces, for the first time or once more. */
    private void depart(Errand errand, Departure departure) {
        departure.again();
        if (consent.allows(Permission.CLIPBOARD_OUT)) {
            presence.technician(errand.technician())
                    .ifPresent(to -> outbound.sendTo(
                            to.participant(),
                            MessageType.CLIPBOARD_CONTENT,
                            ClipboardWire.content(errand, departure.clip())));
        }
        send(errand, departure);
    }

    /** As much as may be under way; a page that is away asks again when it is back. */
    private void send(Errand errand, Departure departure) {
        Optional<Technician> to = presence.technician(errand.technician());
        while (to.isPresent() && consent.allows(Permission.CLIPBOARD_OUT)) {
            Optional<Departure.Piece> next = departure.next();
            if (next.isEmpty()) {
                return;
            }
            outbound.sendTo(
                    to.get().participant(), MessageType.CLIPBOARD_PIECE, ClipboardWire.piece(errand, next.get()));
            if (next.get().last() && departure.hasLeft()) {
                String forms = departure.clip().described();
                journal.clipboardMoved(to.get().name(), Permission.CLIPBOARD_OUT.wireName(), forms);
            }
        }
        if (to.isPresent()) {
            finish(errand, ClipboardOutcome.CLIPBOARD_OUTCOME_NOT_PERMITTED);
        }
    }

    /** What the page has, and at last what became of it. */
    void progress(Technician from, ClipboardProgress progress) {
        Errand errand = new Errand(from.subject(), progress.getStream(), progress.getNumber());
        departureOf(errand).ifPresent(departure -> {
            if (progress.getOutcome() == ClipboardOutcome.CLIPBOARD_OUTCOME_UNSPECIFIED) {
                departure.confirm(Integer.toUnsignedLong(progress.getBytes()));
                send(errand, departure);
            } else {
                unfinished.remove(from.subject());
                errands.finished(errand, progress.getOutcome());
            }
        });
    }

    /** The technician wants something else. */
    void giveUp(String technician) {
        unfinished.remove(technician);
    }

    /** Consent is gone. */
    void takeBack() {
        List.copyOf(unfinished.values())
                .forEach(known -> finish(known.errand(), ClipboardOutcome.CLIPBOARD_OUTCOME_NOT_PERMITTED));
    }

    private void finish(Errand errand, ClipboardOutcome outcome) {
        unfinished.remove(errand.technician());
        errands.finish(errand, 0, outcome);
    }
}
