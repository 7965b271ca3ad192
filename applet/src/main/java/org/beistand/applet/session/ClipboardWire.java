package org.beistand.applet.session;

import com.google.protobuf.UnsafeByteOperations;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.applet.clipboard.Clip;
import org.beistand.applet.clipboard.Departure;
import org.beistand.applet.clipboard.Errand;
import org.beistand.applet.clipboard.Form;
import org.beistand.applet.clipboard.GuardedClipboard;
import org.beistand.engine.wire.clipboard.ClipboardContent;
import org.beistand.engine.wire.clipboard.ClipboardForm;
import org.beistand.engine.wire.clipboard.ClipboardOffer;
import org.beistand.engine.wire.clipboard.ClipboardOutcome;
import org.beistand.engine.wire.clipboard.ClipboardPart;
import org.beistand.engine.wire.clipboard.ClipboardPiece;
import org.beistand.engine.wire.clipboard.ClipboardProgress;

/** The clipboard's messages, written and read. */
final class ClipboardWire {

    private ClipboardWire() {}

    static ClipboardOffer offer(Collection<Form> forms) {
        ClipboardOffer.Builder offer = ClipboardOffer.newBuilder();
        forms.stream()
                .sorted()
                .forEach(form -> offer.addParts(ClipboardPart.newBuilder().setForm(wire(form))));
        return offer.build();
    }

    static ClipboardContent content(Errand errand, Clip clip) {
        ClipboardContent.Builder content =
                ClipboardContent.newBuilder().setStream(errand.stream()).setNumber(errand.number());
        clip.forms()
                .forEach(form -> content.addParts(
                        ClipboardPart.newBuilder().setForm(wire(form)).setBytes(clip.size(form))));
        return content.build();
    }

    static ClipboardPiece piece(Errand errand, Departure.Piece piece) {
        return ClipboardPiece.newBuilder()
                .setStream(errand.stream())
                .setNumber(errand.number())
                .setOffset(piece.offset())
                .setBytes(UnsafeByteOperations.unsafeWrap(piece.bytes()))
                .build();
    }

    static ClipboardProgress progress(Errand errand, int bytes, ClipboardOutcome outcome) {
        return ClipboardProgress.newBuilder()
                .setStream(errand.stream())
                .setNumber(errand.number())
                .setBytes(bytes)
                .setOutcome(outcome)
                .build();
    }

    /**
     * Reads what is announced.
     *
     * @param into gets each form's bytes, in order
     * @return why it is refused; unspecified: it is not
     */
    static ClipboardOutcome parts(List<ClipboardPart> announced, Map<Form, Integer> into) {
        for (ClipboardPart part : announced) {
            Optional<Form> form = form(part.getForm());
            if (form.isEmpty() || into.containsKey(form.get()) || part.getBytes() == 0) {
                return ClipboardOutcome.CLIPBOARD_OUTCOME_UNUSABLE;
            }
            if (Integer.toUnsignedLong(part.getBytes()) > form.get().mostBytes()) {
                return ClipboardOutcome.CLIPBOARD_OUTCOME_TOO_LARGE;
            }
            into.put(form.get(), part.getBytes());
        }
        return into.isEmpty()
                ? ClipboardOutcome.CLIPBOARD_OUTCOME_UNUSABLE
                : ClipboardOutcome.CLIPBOARD_OUTCOME_UNSPECIFIED;
    }

    static ClipboardOutcome outcome(GuardedClipboard.Outcome outcome) {
        return switch (outcome) {
            case DONE -> ClipboardOutcome.CLIPBOARD_OUTCOME_TAKEN;
            case NOT_PERMITTED -> ClipboardOutcome.CLIPBOARD_OUTCOME_NOT_PERMITTED;
            case EMPTY -> ClipboardOutcome.CLIPBOARD_OUTCOME_EMPTY;
            case TOO_LARGE -> ClipboardOutcome.CLIPBOARD_OUTCOME_TOO_LARGE;
            case UNUSABLE -> ClipboardOutcome.CLIPBOARD_OUTCOME_UNUSABLE;
        };
    }

    private static ClipboardForm wire(Form form) {
        return switch (form) {
            case TEXT -> ClipboardForm.CLIPBOARD_FORM_TEXT;
            case HTML -> ClipboardForm.CLIPBOARD_FORM_HTML;
            case PNG -> ClipboardForm.CLIPBOARD_FORM_PNG;
        };
    }

    private static Optional<Form> form(ClipboardForm wire) {
        return switch (wire) {
            case CLIPBOARD_FORM_TEXT -> Optional.of(Form.TEXT);
            case CLIPBOARD_FORM_HTML -> Optional.of(Form.HTML);
            case CLIPBOARD_FORM_PNG -> Optional.of(Form.PNG);
            case CLIPBOARD_FORM_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }
}
