package org.beistand.engine.viewer.doubles;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.wire.files.FileFetch;
import org.beistand.engine.wire.files.FileOffer;
import org.beistand.engine.wire.files.FileOutcome;
import org.beistand.engine.wire.files.FilePiece;
import org.beistand.engine.wire.files.FileProgress;

/** The customer's files and folder for downloads, as the viewer meets them. */
public record DesktopFiles(Desktop desktop) {

    public FileOffer awaitOffer() {
        return desktop.viewer().await(MessageType.FILE_OFFER, FileOffer.parser());
    }

    public FilePiece awaitPiece() {
        return desktop.viewer().await(MessageType.FILE_PIECE, FilePiece.parser());
    }

    public FileFetch awaitFetch() {
        return desktop.viewer().await(MessageType.FILE_FETCH, FileFetch.parser());
    }

    public FileProgress awaitProgress() {
        return desktop.viewer().await(MessageType.FILE_PROGRESS, FileProgress.parser());
    }

    /** So much of a file is here. */
    public void has(String id, long bytes) {
        progress(FileProgress.newBuilder().setId(id).setBytes(bytes).build());
    }

    public void tells(String id, FileOutcome outcome) {
        progress(FileProgress.newBuilder().setId(id).setOutcome(outcome).build());
    }

    /** A file has come completely, or has left completely. */
    public void taken(String id, byte[] content) {
        progress(FileProgress.newBuilder()
                .setId(id)
                .setBytes(content.length)
                .setOutcome(FileOutcome.FILE_OUTCOME_TAKEN)
                .setSha256(ByteString.copyFrom(sha256(content)))
                .build());
    }

    public void progress(FileProgress progress) {
        desktop.viewer().send(MessageType.FILE_PROGRESS, progress);
    }

    /** Takes pieces and confirms each, from here to there; gives what came. */
    public byte[] receives(String id, int from, int to) {
        ByteArrayOutputStream came = new ByteArrayOutputStream();
        while (from + came.size() < to) {
            FilePiece piece = awaitPiece();
            if (!piece.getId().equals(id) || piece.getOffset() != from + came.size()) {
                throw new AssertionError("out of order at " + came.size() + ": " + piece.getOffset());
            }
            came.writeBytes(piece.getBytes().toByteArray());
            has(id, from + came.size());
        }
        return came.toByteArray();
    }

    /** The customer offers a file; who offers it before names it. */
    public void offers(String id, String name, long bytes) {
        desktop.viewer()
                .send(
                        MessageType.FILE_OFFER,
                        FileOffer.newBuilder()
                                .setId(id)
                                .setName(name)
                                .setBytes(bytes)
                                .build());
    }

    public void piece(String id, long offset, byte[] bytes) {
        desktop.viewer()
                .send(
                        MessageType.FILE_PIECE,
                        FilePiece.newBuilder()
                                .setId(id)
                                .setOffset(offset)
                                .setBytes(ByteString.copyFrom(bytes))
                                .build());
    }

    /** Sends pieces of a file, from here to there, each when the one before it is confirmed; gives the last word on them. */
    public FileProgress sends(String id, byte[] content, int from, int to) {
        FileProgress confirmed = FileProgress.getDefaultInstance();
        for (int offset = from; offset < to; offset += Limits.FILE_PIECE_BYTES) {
            int end = Math.min(to, offset + Limits.FILE_PIECE_BYTES);
            piece(id, offset, java.util.Arrays.copyOfRange(content, offset, end));
            confirmed = awaitProgress();
            if (confirmed.getBytes() != end) {
                throw new AssertionError("confirmed " + confirmed.getBytes() + " instead of " + end);
            }
        }
        return confirmed;
    }

    public static String digits(byte[] content) {
        return HexFormat.of().formatHex(sha256(content));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
