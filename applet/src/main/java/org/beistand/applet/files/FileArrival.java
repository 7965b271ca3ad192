package org.beistand.applet.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.consent.Consent;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.grant.Permission;

/**
 * The only way for a file from elsewhere onto this computer. Asks consent before every piece, and once more before the
 * whole file gets its name. Used by one thread.
 */
public final class FileArrival implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(FileArrival.class.getName());

    private final Consent consent;
    private final DownloadFolder folder;
    private final String name;
    private final long bytes;
    private final Path part;
    private final FileChannel channel;
    private final MessageDigest digest = Sha256.begin();
    private long received;
    private Optional<Path> place = Optional.empty();
    private byte[] sha256 = {};

    /**
     * @param name as it was sent
     * @param bytes its size, 0 to {@link Limits#FILE_BYTES}
     * @throws IOException when it cannot be written there, or there is no room for it
     */
    public FileArrival(Consent consent, DownloadFolder folder, String name, long bytes) throws IOException {
        this.consent = consent;
        this.folder = folder;
        this.name = FileName.of(name);
        this.bytes = bytes;
        this.part = folder.begin(bytes);
        this.channel = folder.open(part);
    }

    /** @return why no more of it is taken; empty: it was written */
    public Optional<FileEnd> take(long offset, ByteBuffer piece) {
        if (!consent.allows(Permission.FILE_WRITE)) {
            return Optional.of(FileEnd.NOT_PERMITTED);
        }
        boolean follows = offset == received
                && piece.hasRemaining()
                && piece.remaining() <= Limits.FILE_PIECE_BYTES
                && piece.remaining() <= bytes - received;
        if (!follows) {
            return Optional.of(FileEnd.BROKEN);
        }
        digest.update(piece.duplicate());
        try {
            while (piece.hasRemaining()) {
                received += channel.write(piece);
            }
            return Optional.empty();
        } catch (IOException full) {
            LOG.log(Level.WARNING, "a file cannot be written", full);
            return Optional.of(FileEnd.NO_ROOM);
        }
    }

    public boolean isComplete() {
        return received == bytes;
    }

    /** Gives the whole file its name. @return TAKEN, or why not */
    public FileEnd settle() {
        if (!consent.allows(Permission.FILE_WRITE)) {
            return FileEnd.NOT_PERMITTED;
        }
        try {
            channel.close();
            place = Optional.of(folder.settle(part, name));
            sha256 = digest.digest();
            return FileEnd.TAKEN;
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "a file cannot be given its name", failed);
            return FileEnd.NO_ROOM;
        }
    }

    /** As it is called here. */
    public String name() {
        return name;
    }

    public long bytes() {
        return bytes;
    }

    /** Bytes written so far. */
    public long received() {
        return received;
    }

    /** Where it is, once it is whole. */
    public Optional<Path> place() {
        return place;
    }

    /** Of all of it, once it is whole: 32 bytes. */
    public byte[] sha256() {
        return sha256.clone();
    }

    /** What is not whole is deleted. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "an unfinished file stays", failed);
        }
    }
}
