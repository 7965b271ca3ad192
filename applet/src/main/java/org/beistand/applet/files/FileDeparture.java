package org.beistand.applet.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.Optional;
import org.beistand.engine.protocol.Limits;

/** An offered file on its way to one technician: which piece is next, and what all of it hashes to. Used by one thread. */
public final class FileDeparture implements AutoCloseable {

    /** @param offset bytes of the file before it */
    public record Piece(long offset, ByteBuffer bytes) {}

    private final OfferedFile file;
    private final FileChannel channel;
    private final MessageDigest digest = Sha256.begin();
    private final FlightWindow window = new FlightWindow();
    private long sent;
    private long confirmed;

    /** Up to here the digest has seen the file. */
    private long digested;

    private Optional<byte[]> sha256 = Optional.empty();

    /** @throws IOException when it cannot be read, or is not what the customer chose any more */
    public FileDeparture(OfferedFile file) throws IOException {
        this.file = file;
        requireUnchanged();
        this.channel = FileChannel.open(file.path());
    }

    public OfferedFile file() {
        return file;
    }

    /**
     * From there: what was under way is lost.
     *
     * @throws IOException when it is not what the customer chose any more
     */
    public void from(long offset) throws IOException {
        if (offset < 0 || offset > file.bytes()) {
            throw new IllegalArgumentException("offset " + offset + " of " + file.bytes());
        }
        requireUnchanged();
        sent = offset;
        confirmed = offset;
        window.again();
    }

    /** The other end has so many bytes. What it cannot have is ignored. @param nanos the clock's */
    public void confirm(long bytes, long nanos) {
        if (bytes > confirmed && bytes <= sent) {
            confirmed = bytes;
            window.confirmed(bytes, nanos);
        }
    }

    /**
     * The piece to send now; empty: all are sent, or enough are under way.
     *
     * @param nanos the clock's
     * @throws IOException when it cannot be read, or has changed meanwhile
     */
    public Optional<Piece> next(long nanos) throws IOException {
        if (hasLeft() || !window.hasRoom()) {
            return Optional.empty();
        }
        digestUpToHere();
        Piece piece = new Piece(sent, read(sent, Math.min(file.bytes(), sent + Limits.FILE_PIECE_BYTES)));
        sent += piece.bytes().remaining();
        ByteBuffer fresh = piece.bytes().duplicate();
        digest(fresh.position((int) Math.min(digested - piece.offset(), fresh.limit())));
        window.sent(sent, nanos);
        if (hasLeft()) {
            requireUnchanged();
        }
        return Optional.of(piece);
    }

    /** The other end may have had its beginning before this departure began. */
    private void digestUpToHere() throws IOException {
        while (digested < sent) {
            digest(read(digested, Math.min(sent, digested + Limits.FILE_PIECE_BYTES)));
        }
    }

    private ByteBuffer read(long from, long to) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) (to - from));
        while (piece.hasRemaining()) {
            if (channel.read(piece, from + piece.position()) < 0) {
                throw new IOException("it has become shorter");
            }
        }
        return piece.flip();
    }

    private void digest(ByteBuffer bytes) {
        digested += bytes.remaining();
        digest.update(bytes);
    }

    private void requireUnchanged() throws IOException {
        if (!file.isUnchanged()) {
            throw new IOException("it is not what it was when it was offered");
        }
    }

    /** Bytes that have been sent, or were there before. */
    public long sent() {
        return sent;
    }

    public boolean hasLeft() {
        return sent == file.bytes();
    }

    /**
     * Of the whole file, once it has left: 32 bytes.
     *
     * @throws IOException when it cannot be read
     */
    public byte[] sha256() throws IOException {
        if (sha256.isEmpty()) {
            digestUpToHere();
            sha256 = Optional.of(digest.digest());
        }
        return sha256.get().clone();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
