package org.beistand.helpdesk.engine.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.beistand.helpdesk.session.control.Kit;

/**
 * Sends an applet kit with one session's manifest inside, without ever holding the kit.
 *
 * <p>A tar.gz kit ends before the tar's two closing blocks. It is copied as it is, and one more gzip member follows with the
 * manifest's entry and the closing blocks: gzip members that follow each other unpack to one stream (RFC 1952, 2.2), so every
 * tar program sees one whole archive. A zip has its directory at the end and is copied entry by entry, still compressed.
 */
public final class AppletArchive {

    /** Where the program looks for it: beside itself. */
    public static final String MANIFEST = "beistand-support/session.jws";

    private AppletArchive() {}

    /** @param manifest compact JWS */
    public static void send(Kit kit, String manifest, Instant now, OutputStream out) throws IOException {
        var bytes = manifest.getBytes(StandardCharsets.US_ASCII);
        if (kit.isTar()) {
            Files.copy(kit.file(), out);
            out.write(closingMember(bytes, now));
        } else {
            rewriteZip(kit, bytes, now, out);
        }
    }

    /** Length in bytes of a tar.gz kit with this manifest; what a browser's progress bar needs. */
    public static long tarLength(Kit kit, String manifest, Instant now) throws IOException {
        return Files.size(kit.file()) + closingMember(manifest.getBytes(StandardCharsets.US_ASCII), now).length;
    }

    private static byte[] closingMember(byte[] manifest, Instant now) throws IOException {
        var member = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(member))) {
            var entry = new TarArchiveEntry(MANIFEST);
            entry.setSize(manifest.length);
            entry.setMode(0100600);
            entry.setModTime(now.toEpochMilli());
            tar.putArchiveEntry(entry);
            tar.write(manifest);
            tar.closeArchiveEntry();
        }
        return member.toByteArray();
    }

    private static void rewriteZip(Kit kit, byte[] manifest, Instant now, OutputStream out) throws IOException {
        try (var source = ZipFile.builder().setPath(kit.file()).get();
                var zip = new ZipArchiveOutputStream(out)) {
            source.copyRawEntries(zip, entry -> !entry.getName().equals(MANIFEST));
            var entry = new ZipArchiveEntry(MANIFEST);
            entry.setUnixMode(0100600);
            entry.setTime(now.toEpochMilli());
            zip.putArchiveEntry(entry);
            zip.write(manifest);
            zip.closeArchiveEntry();
        }
    }
}
