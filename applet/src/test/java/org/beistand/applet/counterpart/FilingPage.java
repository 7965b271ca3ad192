package org.beistand.applet.counterpart;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.beistand.applet.desktop.Desktop;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.wire.files.FileFetch;
import org.beistand.engine.wire.files.FileOffer;
import org.beistand.engine.wire.files.FileOutcome;
import org.beistand.engine.wire.files.FilePiece;
import org.beistand.engine.wire.files.FileProgress;

/** A technician's page, as far as files go: says what it is told to, also what no honest page would. */
public record FilingPage(SmallRelay relay) {

    /** @return where the applet says to go on, or how it ended */
    public FileProgress offer(String id, String name, long bytes) {
        int before = answers(id).size();
        relay.send(
                MessageType.FILE_OFFER,
                FileOffer.newBuilder().setId(id).setName(name).setBytes(bytes).build());
        Desktop.await("an answer to an offer", () -> answers(id).size() > before);
        return answers(id).get(before);
    }

    public void send(String id, byte[] all, int from, int to) {
        for (int at = from; at < to; at += Limits.FILE_PIECE_BYTES) {
            piece(id, at, Arrays.copyOfRange(all, at, Math.min(to, at + Limits.FILE_PIECE_BYTES)));
        }
    }

    public void piece(String id, long offset, byte[] bytes) {
        relay.send(
                MessageType.FILE_PIECE,
                FilePiece.newBuilder()
                        .setId(id)
                        .setOffset(offset)
                        .setBytes(ByteString.copyFrom(bytes))
                        .build());
    }

    public void awaitReceived(String id, long bytes) {
        Desktop.await("pieces are confirmed", () -> answers(id).getLast().getBytes() == bytes);
    }

    /** How it ended, the last time it was said. */
    public FileProgress ended(String id) {
        Desktop.await("an end", () -> end(id).isPresent());
        return end(id).orElseThrow();
    }

    private Optional<FileProgress> end(String id) {
        return answers(id).stream()
                .filter(answer -> answer.getOutcome() != FileOutcome.FILE_OUTCOME_UNSPECIFIED)
                .reduce((first, last) -> last);
    }

    public List<FileProgress> answers(String id) {
        return relay.arrived(MessageType.FILE_PROGRESS).stream()
                .map(frame -> Message.of(frame, FileProgress.parser()))
                .filter(answer -> answer.getId().equals(id))
                .toList();
    }

    /** What the customer offers, as often as it was said. */
    public List<FileOffer> offers() {
        return relay.arrived(MessageType.FILE_OFFER).stream()
                .map(frame -> Message.of(frame, FileOffer.parser()))
                .toList();
    }

    public void fetch(String id, long offset) {
        relay.send(
                MessageType.FILE_FETCH,
                FileFetch.newBuilder().setId(id).setOffset(offset).build());
    }

    public void tell(String id, long bytes, FileOutcome outcome) {
        relay.send(
                MessageType.FILE_PROGRESS,
                FileProgress.newBuilder()
                        .setId(id)
                        .setBytes(bytes)
                        .setOutcome(outcome)
                        .build());
    }

    /** Confirms what comes until there are so many bytes from the beginning. */
    public byte[] receive(String id, long bytes) {
        long[] told = {-1};
        Desktop.await("bytes of a file", () -> {
            long arrived = assembled(id).length;
            if (arrived > told[0]) {
                told[0] = arrived;
                tell(id, arrived, FileOutcome.FILE_OUTCOME_UNSPECIFIED);
            }
            return arrived >= bytes;
        });
        return assembled(id);
    }

    /** Every piece at its place: what came twice counts once. */
    private byte[] assembled(String id) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        relay.arrived(MessageType.FILE_PIECE).stream()
                .map(frame -> Message.of(frame, FilePiece.parser()))
                .filter(piece -> piece.getId().equals(id) && piece.getOffset() == all.size())
                .forEach(piece -> all.writeBytes(piece.getBytes().toByteArray()));
        return all.toByteArray();
    }
}
