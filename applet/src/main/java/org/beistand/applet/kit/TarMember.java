package org.beistand.applet.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

/**
 * Writes entries of a tar (POSIX.1-1988 ustar) and, on purpose, never the two closing blocks: the helpdesk appends the
 * session's manifest and closes the archive while it sends it.
 */
final class TarMember {

    private static final int BLOCK = 512;
    private static final int NAME_BYTES = 100;
    private static final int PREFIX = 345;
    private static final int EXECUTABLE = 0755;
    private static final int PLAIN = 0644;

    private final OutputStream out;
    private final Instant modified;

    /** @param modified time of every entry: the same sources make the same archive */
    TarMember(OutputStream out, Instant modified) {
        this.out = out;
        this.modified = modified;
    }

    void folder(String name) throws IOException {
        out.write(header(name + "/", EXECUTABLE, 0, '5'));
    }

    void file(String name, Path file, boolean executable) throws IOException {
        long size = Files.size(file);
        out.write(header(name, executable ? EXECUTABLE : PLAIN, size, '0'));
        Files.copy(file, out);
        pad(size);
    }

    void file(String name, byte[] content, boolean executable) throws IOException {
        out.write(header(name, executable ? EXECUTABLE : PLAIN, content.length, '0'));
        out.write(content);
        pad(content.length);
    }

    private void pad(long size) throws IOException {
        out.write(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
    }

    private byte[] header(String path, int mode, long size, char type) {
        byte[] header = new byte[BLOCK];
        putPath(header, path);
        octal(header, 100, 8, mode);
        octal(header, 108, 8, 0);
        octal(header, 116, 8, 0);
        octal(header, 124, 12, size);
        octal(header, 136, 12, modified.getEpochSecond());
        Arrays.fill(header, 148, 156, (byte) ' ');
        header[156] = (byte) type;
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte value : header) {
            sum += Byte.toUnsignedInt(value);
        }
        octal(header, 148, 7, sum);
        return header;
    }

    private static void putPath(byte[] header, String path) {
        if (path.length() <= NAME_BYTES) {
            put(header, 0, path);
            return;
        }
        int cut = path.indexOf('/', path.length() - NAME_BYTES - 1);
        if (cut < 0 || cut > 155) {
            throw new IllegalArgumentException("too long for a tar entry: " + path);
        }
        put(header, 0, path.substring(cut + 1));
        put(header, PREFIX, path.substring(0, cut));
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }

    /** Octal digits and a NUL at the end. */
    private static void octal(byte[] header, int offset, int length, long value) {
        String digits = Long.toOctalString(value);
        put(header, offset, "0".repeat(length - 1 - digits.length()) + digits);
    }
}
