package org.beistand.applet.session;

import java.util.function.Consumer;
import org.beistand.applet.clipboard.Errand;
import org.beistand.applet.clipboard.ErrandLedger;
import org.beistand.applet.clipboard.ErrandLedger.Judgement;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.wire.clipboard.ClipboardOutcome;

/** The technicians' errands to the clipboard: each is done once, and its page hears what became of it. Used on the loop. */
final class Errands {

    private final ErrandLedger<ClipboardOutcome> ledger = new ErrandLedger<>();
    private final Presence presence;
    private final Outbound outbound;

    Errands(Presence presence, Outbound outbound) {
        this.presence = presence;
        this.outbound = outbound;
    }

    /**
     * An errand arrives. One that is finished is answered with what became of it, one that is out of date is ignored.
     *
     * @param todo hears of any other; true: for the first time
     */
    void arrives(Errand errand, Consumer<Boolean> todo) {
        switch (ledger.judge(errand)) {
            case Judgement.Void<ClipboardOutcome> old -> {}
            case Judgement.Finished<ClipboardOutcome>(ClipboardOutcome outcome) -> tell(errand, 0, outcome);
            case Judgement.Again<ClipboardOutcome> again -> todo.accept(false);
            case Judgement.Fresh<ClipboardOutcome> fresh -> todo.accept(true);
        }
    }

    /** Whether its page still waits for it. */
    boolean isOpen(Errand errand) {
        return ledger.isOpen(errand);
    }

    /** The page itself says what became of what it fetched. */
    void finished(Errand errand, ClipboardOutcome outcome) {
        ledger.finish(errand, outcome);
    }

    /** Nothing more happens about it. */
    void finish(Errand errand, int received, ClipboardOutcome outcome) {
        ledger.finish(errand, outcome);
        tell(errand, received, outcome);
    }

    /** @param received bytes of what the page brings; 0 for what it fetches */
    void tell(Errand errand, int received, ClipboardOutcome outcome) {
        presence.technician(errand.technician())
                .ifPresent(to -> outbound.sendTo(
                        to.participant(),
                        MessageType.CLIPBOARD_PROGRESS,
                        ClipboardWire.progress(errand, received, outcome)));
    }
}
