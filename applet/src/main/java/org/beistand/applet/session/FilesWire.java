package org.beistand.applet.session;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.util.Optional;
import java.util.UUID;
import org.beistand.applet.files.FileDeparture;
import org.beistand.applet.files.FileEnd;
import org.beistand.applet.files.OfferedFile;
import org.beistand.engine.wire.files.FileOffer;
import org.beistand.engine.wire.files.FileOutcome;
import org.beistand.engine.wire.files.FilePiece;
import org.beistand.engine.wire.files.FileProgress;

/** Messages about files, written and read. */
final class FilesWire {

    private static final int ID_CHARACTERS = 36;

    private FilesWire() {}

    static FileOffer offer(OfferedFile file) {
        return FileOffer.newBuilder()
                .setId(file.id().toString())
                .setName(file.name())
                .setBytes(file.bytes())
                .build();
    }

    static FilePiece piece(UUID id, FileDeparture.Piece piece) {
        return FilePiece.newBuilder()
                .setId(id.toString())
                .setOffset(piece.offset())
                .setBytes(UnsafeByteOperations.unsafeWrap(piece.bytes()))
                .build();
    }

    static FileProgress underWay(UUID id, long bytes) {
        return FileProgress.newBuilder().setId(id.toString()).setBytes(bytes).build();
    }

    /** @param sha256 with TAKEN: 32 bytes */
    static FileProgress ended(UUID id, long bytes, FileEnd end, byte[] sha256) {
        return FileProgress.newBuilder()
                .setId(id.toString())
                .setBytes(bytes)
                .setOutcome(outcome(end))
                .setSha256(ByteString.copyFrom(sha256))
                .build();
    }

    static FileProgress ended(UUID id, FileEnd end) {
        return ended(id, 0, end, new byte[0]);
    }

    /** @return empty: nobody's id, the message is ignored */
    static Optional<UUID> id(String wire) {
        if (wire.length() != ID_CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(wire));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static FileOutcome outcome(FileEnd end) {
        return switch (end) {
            case TAKEN -> FileOutcome.FILE_OUTCOME_TAKEN;
            case NOT_PERMITTED -> FileOutcome.FILE_OUTCOME_NOT_PERMITTED;
            case TOO_LARGE -> FileOutcome.FILE_OUTCOME_TOO_LARGE;
            case NO_ROOM -> FileOutcome.FILE_OUTCOME_NO_ROOM;
            case GONE -> FileOutcome.FILE_OUTCOME_GONE;
            case CANCELLED -> FileOutcome.FILE_OUTCOME_CANCELLED;
            case BROKEN -> FileOutcome.FILE_OUTCOME_BROKEN;
        };
    }
}
