package org.beistand.applet.session;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Set;
import org.beistand.applet.clipboard.Form;
import org.beistand.applet.clipboard.GuardedClipboard;
import org.beistand.applet.consent.Consent;
import org.beistand.applet.journal.SessionJournal;
import org.beistand.applet.platform.Platform;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.wire.clipboard.ClipboardContent;
import org.beistand.engine.wire.clipboard.ClipboardFetch;
import org.beistand.engine.wire.clipboard.ClipboardPiece;
import org.beistand.engine.wire.clipboard.ClipboardProgress;

/**
 * What is copied goes from one clipboard to the other when a technician asks for it, each direction while the customer
 * allows it (docs/protocol.md, "Clipboard"). Used on the loop, save {@link #stop}.
 */
final class Carrying implements Shared {

    static final String FEATURE = "clipboard.1";

    private final Consent consent;
    private final Presence presence;
    private final Outbound outbound;
    private final GuardedClipboard clipboard;
    private final Fetching fetching;
    private final Bringing bringing;
    private Set<Form> held = Set.of();
    private boolean telling;

    Carrying(
            Platform platform,
            Consent consent,
            Presence presence,
            Cooperation together,
            Outbound outbound,
            SessionJournal journal,
            SessionLoop loop) {
        this.consent = consent;
        this.presence = presence;
        this.outbound = outbound;
        this.clipboard = new GuardedClipboard(
                platform.clipboard(), platform.copies(), consent, forms -> loop.run(() -> holds(forms)));
        Errands errands = new Errands(presence, outbound);
        this.fetching = new Fetching(clipboard, consent, presence, outbound, journal, loop, errands);
        this.bringing = new Bringing(clipboard, consent, together, journal, loop, errands);
    }

    private void holds(Set<Form> forms) {
        held = forms;
        presence.here().forEach(this::offer);
    }

    private void offer(Technician technician) {
        if (technician.may(Permission.CLIPBOARD_OUT)
                && technician.features().contains(FEATURE)
                && consent.allows(Permission.CLIPBOARD_OUT)) {
            outbound.sendTo(technician.participant(), MessageType.CLIPBOARD_OFFER, ClipboardWire.offer(held));
        }
    }

    /** A technician's message on channel CLIPBOARD. What is new takes the place of what is unfinished. */
    void accept(Frame frame, Technician from) throws InvalidProtocolBufferException {
        switch (frame.header().type()) {
            case CLIPBOARD_FETCH -> {
                bringing.giveUp(from.subject());
                fetching.fetch(from, ClipboardFetch.parseFrom(frame.payload()));
            }
            case CLIPBOARD_CONTENT -> {
                fetching.giveUp(from.subject());
                bringing.content(from, ClipboardContent.parseFrom(frame.payload()));
            }
            case CLIPBOARD_PIECE -> bringing.piece(from, ClipboardPiece.parseFrom(frame.payload()));
            default -> fetching.progress(from, ClipboardProgress.parseFrom(frame.payload()));
        }
    }

    @Override
    public void consentChanged() {
        boolean mayTell = consent.allows(Permission.CLIPBOARD_OUT);
        if (mayTell != telling) {
            telling = mayTell;
            held = Set.of();
            clipboard.watch(mayTell);
        }
        if (!mayTell) {
            fetching.takeBack();
        }
        if (!consent.allows(Permission.CLIPBOARD_IN)) {
            bringing.takeBack();
        }
    }

    @Override
    public void agreed(Technician technician) {
        offer(technician);
    }

    /** What is fetched stays what it was until the technician is back. */
    @Override
    public void left(int participant) {
        presence.technician(participant).ifPresent(gone -> bringing.giveUp(gone.subject()));
    }

    @Override
    public void connectionLost() {
        bringing.giveUpAll();
    }

    @Override
    public void stop() {
        clipboard.close();
    }
}
