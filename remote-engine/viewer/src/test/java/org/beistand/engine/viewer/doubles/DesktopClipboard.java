package org.beistand.engine.viewer.doubles;

import com.google.protobuf.ByteString;
import java.util.List;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.wire.clipboard.ClipboardContent;
import org.beistand.engine.wire.clipboard.ClipboardFetch;
import org.beistand.engine.wire.clipboard.ClipboardForm;
import org.beistand.engine.wire.clipboard.ClipboardOffer;
import org.beistand.engine.wire.clipboard.ClipboardOutcome;
import org.beistand.engine.wire.clipboard.ClipboardPart;
import org.beistand.engine.wire.clipboard.ClipboardPiece;
import org.beistand.engine.wire.clipboard.ClipboardProgress;

/** The customer's clipboard, as the viewer meets it. */
public record DesktopClipboard(Desktop desktop) {

    public void offers(ClipboardForm... forms) {
        ClipboardOffer.Builder offer = ClipboardOffer.newBuilder();
        for (ClipboardForm form : forms) {
            offer.addParts(part(form, 0));
        }
        desktop.viewer().send(MessageType.CLIPBOARD_OFFER, offer.build());
    }

    public static ClipboardPart part(ClipboardForm form, int bytes) {
        return ClipboardPart.newBuilder().setForm(form).setBytes(bytes).build();
    }

    public void sends(ClipboardFetch fetch, String text, String html) {
        ByteString both = ByteString.copyFromUtf8(text).concat(ByteString.copyFromUtf8(html));
        int first = ByteString.copyFromUtf8(text).size();
        announce(
                fetch,
                part(ClipboardForm.CLIPBOARD_FORM_TEXT, first),
                part(ClipboardForm.CLIPBOARD_FORM_HTML, both.size() - first));
        piece(fetch, both);
    }

    public void announce(ClipboardFetch fetch, ClipboardPart... parts) {
        desktop.viewer()
                .send(
                        MessageType.CLIPBOARD_CONTENT,
                        ClipboardContent.newBuilder()
                                .setStream(fetch.getStream())
                                .setNumber(fetch.getNumber())
                                .addAllParts(List.of(parts))
                                .build());
    }

    public void piece(ClipboardFetch fetch, ByteString bytes) {
        desktop.viewer()
                .send(
                        MessageType.CLIPBOARD_PIECE,
                        ClipboardPiece.newBuilder()
                                .setStream(fetch.getStream())
                                .setNumber(fetch.getNumber())
                                .setBytes(bytes)
                                .build());
    }

    public void tells(long stream, long number, ClipboardOutcome outcome) {
        desktop.viewer()
                .send(
                        MessageType.CLIPBOARD_PROGRESS,
                        ClipboardProgress.newBuilder()
                                .setStream(stream)
                                .setNumber(number)
                                .setOutcome(outcome)
                                .build());
    }
}
