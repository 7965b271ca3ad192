package org.beistand.applet.session;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beistand.applet.clipboard.Arrival;
import org.beistand.applet.clipboard.Clip;
import org.beistand.applet.clipboard.Errand;
import org.beistand.applet.clipboard.Form;
import org.beistand.applet.clipboard.GuardedClipboard;
import org.beistand.applet.consent.Consent;
import org.beistand.applet.journal.SessionJournal;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.wire.clipboard.ClipboardContent;
import org.beistand.engine.wire.clipboard.ClipboardOutcome;
import org.beistand.engine.wire.clipboard.ClipboardPart;
import org.beistand.engine.wire.clipboard.ClipboardPiece;

/** From a technician into the customer's clipboard. Used on the loop. */
final class Bringing {

    private final GuardedClipboard clipboard;
    private final Consent consent;
    private final Cooperation together;
    private final SessionJournal journal;
    private final SessionLoop loop;
    private final Errands errands;

    /** By the technician's subject: one at a time. */
    private final Map<String, Unfinished> unfinished = new HashMap<>();

    /** @param complete all of it is here and it is being put into the clipboard */
    private record Unfinished(Errand errand, Arrival arrival, boolean complete) {}

    Bringing(
            GuardedClipboard clipboard,
            Consent consent,
            Cooperation together,
            SessionJournal journal,
            SessionLoop loop,
            Errands errands) {
        this.clipboard = clipboard;
        this.consent = consent;
        this.together = together;
        this.journal = journal;
        this.loop = loop;
        this.errands = errands;
    }

    void content(Technician from, ClipboardContent content) {
        Errand errand = new Errand(from.subject(), content.getStream(), content.getNumber());
        if (from.may(Permission.CLIPBOARD_IN)) {
            errands.arrives(errand, fresh -> {
                Unfinished known = unfinished.get(from.subject());
                if (fresh || known == null || !known.complete()) {
                    begin(errand, content.getPartsList());
                }
            });
        }
    }

    private void begin(Errand errand, List<ClipboardPart> announced) {
        LinkedHashMap<Form, Integer> parts = new LinkedHashMap<>();
        ClipboardOutcome refusal = mayBring(errand)
                ? ClipboardWire.parts(announced, parts)
                : ClipboardOutcome.CLIPBOARD_OUTCOME_NOT_PERMITTED;
        if (refusal == ClipboardOutcome.CLIPBOARD_OUTCOME_UNSPECIFIED) {
            unfinished.put(errand.technician(), new Unfinished(errand, new Arrival(parts), false));
        } else {
            finish(errand, 0, refusal);
        }
    }

    /** To put something there is input: nobody does it while somebody else steers. */
    private boolean mayBring(Errand errand) {
        boolean anotherSteers = together.steers()
                .filter(steering -> !steering.subject().equals(errand.technician()))
                .isPresent();
        return consent.allows(Permission.CLIPBOARD_IN) && !anotherSteers;
    }

    void piece(Technician from, ClipboardPiece piece) {
        Errand errand = new Errand(from.subject(), piece.getStream(), piece.getNumber());
        Unfinished known = unfinished.get(from.subject());
        if (known == null || !known.errand().equals(errand) || known.complete()) {
            return;
        }
        Arrival arrival = known.arrival();
        if (!mayBring(errand)) {
            finish(errand, arrival.received(), ClipboardOutcome.CLIPBOARD_OUTCOME_NOT_PERMITTED);
        } else if (!arrival.take(
                Integer.toUnsignedLong(piece.getOffset()), piece.getBytes().toByteArray())) {
            finish(errand, arrival.received(), ClipboardOutcome.CLIPBOARD_OUTCOME_UNUSABLE);
        } else if (arrival.isComplete()) {
            unfinished.put(from.subject(), new Unfinished(errand, arrival, true));
            arrival.clip()
                    .ifPresentOrElse(
                            clip -> put(errand, from.name(), clip, arrival.received()),
                            () -> finish(errand, arrival.received(), ClipboardOutcome.CLIPBOARD_OUTCOME_UNUSABLE));
        } else {
            errands.tell(errand, arrival.received(), ClipboardOutcome.CLIPBOARD_OUTCOME_UNSPECIFIED);
        }
    }

    private void put(Errand errand, String technician, Clip clip, int received) {
        clipboard.put(
                clip,
                outcome -> loop.run(() -> {
                    if (outcome == GuardedClipboard.Outcome.DONE) {
                        journal.clipboardMoved(technician, Permission.CLIPBOARD_IN.wireName(), clip.described());
                    }
                    if (errands.isOpen(errand)) {
                        finish(errand, received, ClipboardWire.outcome(outcome));
                    }
                }));
    }

    /** The technician wants something else, or is away: what was on its way comes again from its beginning. */
    void giveUp(String technician) {
        unfinished.computeIfPresent(technician, (subject, known) -> known.complete() ? known : null);
    }

    /** Everybody is away. */
    void giveUpAll() {
        unfinished.values().removeIf(known -> !known.complete());
    }

    /** Consent is gone. What is complete is answered by the gate, which asks once more. */
    void takeBack() {
        List.copyOf(unfinished.values()).stream()
                .filter(known -> !known.complete())
                .forEach(known -> finish(known.errand(), 0, ClipboardOutcome.CLIPBOARD_OUTCOME_NOT_PERMITTED));
    }

    private void finish(Errand errand, int received, ClipboardOutcome outcome) {
        unfinished.computeIfPresent(
                errand.technician(), (subject, known) -> known.errand().equals(errand) ? null : known);
        errands.finish(errand, received, outcome);
    }
}
