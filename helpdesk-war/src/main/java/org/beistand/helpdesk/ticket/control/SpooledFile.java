package org.beistand.helpdesk.ticket.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.beistand.helpdesk.ticket.entity.Attachment;

/**
 * An upload that has arrived in full, in a temporary file. A sender may take minutes; no transaction and no database
 * connection waits for one. Closing it deletes the file.
 */
public final class SpooledFile implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final long size;
    private final String sha256;
    private final byte[] beginning;

    private SpooledFile(Path file, long size, String sha256, byte[] beginning) {
        this.file = file;
        this.size = size;
        this.sha256 = sha256;
        this.beginning = beginning;
    }

    /**
     * Reads everything, at most {@link Attachment#LARGEST} bytes.
     *
     * @param bytes read to its end, not closed
     * @throws AttachmentTooLargeException as soon as one byte too many has come
     * @throws IOException if the sender breaks off
     */
    public static SpooledFile receive(InputStream bytes) throws IOException {
        var file = Files.createTempFile("beistand-upload-", ".part");
        try {
            return receive(bytes, file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static SpooledFile receive(InputStream bytes, Path file) throws IOException {
        var digest = sha256();
        var buffer = new byte[BUFFER];
        var beginning = new byte[0];
        var size = 0L;
        try (var out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            for (int read; (read = bytes.read(buffer)) >= 0; ) {
                if (beginning.length < MediaType.LOOKED_AT) {
                    beginning = extended(beginning, buffer, read);
                }
                size += read;
                AttachmentTooLargeException.check(size);
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return new SpooledFile(file, size, HexFormat.of().formatHex(digest.digest()), beginning);
    }

    private static byte[] extended(byte[] beginning, byte[] more, int length) {
        var taken = Math.min(length, MediaType.LOOKED_AT - beginning.length);
        var longer = Arrays.copyOf(beginning, beginning.length + taken);
        System.arraycopy(more, 0, longer, beginning.length, taken);
        return longer;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    long size() {
        return size;
    }

    String sha256Hex() {
        return sha256;
    }

    String mediaType() {
        return MediaType.of(beginning);
    }

    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
