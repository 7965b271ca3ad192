package org.beistand.applet.counterpart;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.beistand.applet.desktop.Desktop;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.wire.clipboard.ClipboardContent;
import org.beistand.engine.wire.clipboard.ClipboardFetch;
import org.beistand.engine.wire.clipboard.ClipboardForm;
import org.beistand.engine.wire.clipboard.ClipboardOffer;
import org.beistand.engine.wire.clipboard.ClipboardOutcome;
import org.beistand.engine.wire.clipboard.ClipboardPart;
import org.beistand.engine.wire.clipboard.ClipboardPiece;
import org.beistand.engine.wire.clipboard.ClipboardProgress;

/** A technician's page, as far as the clipboard goes: says what it is told to, also what no honest page would. */
public record CopyingPage(SmallRelay relay) {

    private static final long STREAM = 4711;

    public void bring(long number, List<ClipboardPart> parts, byte[] all) {
        relay.send(
                MessageType.CLIPBOARD_CONTENT,
                ClipboardContent.newBuilder()
                        .setStream(STREAM)
                        .setNumber(number)
                        .addAllParts(parts)
                        .build());
        for (int at = 0; at < all.length; at += 16_384) {
            int end = Math.min(all.length, at + 16_384);
            relay.send(
                    MessageType.CLIPBOARD_PIECE,
                    ClipboardPiece.newBuilder()
                            .setStream(STREAM)
                            .setNumber(number)
                            .setOffset(at)
                            .setBytes(ByteString.copyFrom(all, at, end - at))
                            .build());
        }
    }

    public void fetch(long number) {
        relay.send(
                MessageType.CLIPBOARD_FETCH,
                ClipboardFetch.newBuilder().setStream(STREAM).setNumber(number).build());
    }

    public void tells(long number, int bytes, ClipboardOutcome outcome) {
        relay.send(
                MessageType.CLIPBOARD_PROGRESS,
                ClipboardProgress.newBuilder()
                        .setStream(STREAM)
                        .setNumber(number)
                        .setBytes(bytes)
                        .setOutcome(outcome)
                        .build());
    }

    public static ClipboardPart part(ClipboardForm form, int bytes) {
        return ClipboardPart.newBuilder().setForm(form).setBytes(bytes).build();
    }

    public ClipboardOutcome outcome(long number) {
        return progress(relay.await(
                        MessageType.CLIPBOARD_PROGRESS,
                        frame -> progress(frame).getNumber() == number
                                && progress(frame).getOutcome() != ClipboardOutcome.CLIPBOARD_OUTCOME_UNSPECIFIED))
                .getOutcome();
    }

    /** Waits for the last content of this number and all of its pieces, each confirmed. */
    public byte[] content(long number) {
        int[] confirmed = {0};
        Desktop.await("all of the content", () -> {
            int arrived = pieces(number).size();
            if (arrived > confirmed[0]) {
                confirmed[0] = arrived;
                tells(number, assembled(number).length, ClipboardOutcome.CLIPBOARD_OUTCOME_UNSPECIFIED);
            }
            return arrived > 0 && assembled(number).length == announced(number);
        });
        return assembled(number);
    }

    public void awaitPieces(long number, int count) {
        Desktop.await("pieces under way", () -> pieces(number).size() == count);
    }

    private int announced(long number) {
        return relay.arrived(MessageType.CLIPBOARD_CONTENT).stream()
                .map(frame ->
                        parsed(() -> ClipboardContent.parseFrom(frame.payload().duplicate())))
                .filter(content -> content.getNumber() == number)
                .mapToInt(content -> content.getPartsList().stream()
                        .mapToInt(ClipboardPart::getBytes)
                        .sum())
                .reduce((first, last) -> last)
                .orElse(-1);
    }

    private List<ClipboardPiece> pieces(long number) {
        return relay.arrived(MessageType.CLIPBOARD_PIECE).stream()
                .map(frame ->
                        parsed(() -> ClipboardPiece.parseFrom(frame.payload().duplicate())))
                .filter(piece -> piece.getNumber() == number)
                .toList();
    }

    /** Pieces since the last that begins anew. */
    private byte[] assembled(long number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (ClipboardPiece piece : pieces(number)) {
            if (piece.getOffset() == 0) {
                bytes.reset();
            }
            bytes.writeBytes(piece.getBytes().toByteArray());
        }
        return bytes.toByteArray();
    }

    public void offered(ClipboardForm form) {
        relay.await(MessageType.CLIPBOARD_OFFER, frame -> forms(frame).equals(List.of(form)));
    }

    public static List<ClipboardForm> forms(Frame frame) {
        return parsed(() -> ClipboardOffer.parseFrom(frame.payload().duplicate())).getPartsList().stream()
                .map(ClipboardPart::getForm)
                .toList();
    }

    private static ClipboardProgress progress(Frame frame) {
        return parsed(() -> ClipboardProgress.parseFrom(frame.payload().duplicate()));
    }

    @FunctionalInterface
    private interface Parsing<T> {
        T parse() throws InvalidProtocolBufferException;
    }

    private static <T> T parsed(Parsing<T> parsing) {
        try {
            return parsing.parse();
        } catch (InvalidProtocolBufferException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
