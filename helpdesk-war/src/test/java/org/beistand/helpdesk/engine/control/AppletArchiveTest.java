package org.beistand.helpdesk.engine.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.beistand.helpdesk.session.control.Kit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppletArchiveTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final String PROGRAM = "beistand-support/beistand-support";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void everyTarProgramSeesOneArchiveWithTheManifestInside() throws Exception {
        var kit = tarKit();
        var sent = send(kit, "header.payload.signature");
        Map<String, String> files = new LinkedHashMap<>();
        try (var tar = new TarArchiveInputStream(GzipCompressorInputStream.builder()
                .setInputStream(new ByteArrayInputStream(sent))
                .setDecompressConcatenated(true)
                .get())) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                files.put(entry.getName(), new String(tar.readAllBytes(), UTF_8));
                if (entry.getName().equals(PROGRAM)) {
                    assertThat(entry.getMode() & 0111).isEqualTo(0111);
                }
            }
        }
        assertThat(files)
                .containsEntry(AppletArchive.MANIFEST, "header.payload.signature")
                .containsKey(PROGRAM);
        assertThat(AppletArchive.tarLength(kit, "header.payload.signature", NOW))
                .isEqualTo(sent.length);
    }

    @Test
    void gnuTarUnpacksIt() throws Exception {
        var archive = folder.resolve("sent.tar.gz");
        Files.write(archive, send(tarKit(), "a.b.c"));
        var tar = new ProcessBuilder("tar", "xzf", archive.toString(), "-C", folder.toString())
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).isZero();
        assertThat(folder.resolve(AppletArchive.MANIFEST)).hasContent("a.b.c");
        assertThat(Files.isExecutable(folder.resolve(PROGRAM))).isTrue();
    }

    @Test
    void theKitItselfIsSentUnchanged() throws Exception {
        var kit = tarKit();
        var original = Files.readAllBytes(kit.file());
        assertThat(Arrays.copyOf(send(kit, "a.b.c"), original.length)).isEqualTo(original);
    }

    @Test
    void aZipKeepsItsEntriesAndTheirModesAndGetsTheManifest() throws Exception {
        var kit = zipKit();
        var archive = folder.resolve("sent.zip");
        Files.write(archive, send(kit, "a.b.c"));
        try (var zip = ZipFile.builder().setPath(archive).get()) {
            assertThat(zip.getEntry(PROGRAM).getUnixMode() & 0111).isEqualTo(0111);
            assertThat(new String(
                            zip.getInputStream(zip.getEntry(AppletArchive.MANIFEST))
                                    .readAllBytes(),
                            UTF_8))
                    .isEqualTo("a.b.c");
        }
        try (var stream = new ZipInputStream(Files.newInputStream(archive))) {
            assertThat(stream.getNextEntry().getName()).isEqualTo(PROGRAM);
        }
    }

    @Test
    void aLargeKitPassesThroughSmallBuffers() throws Exception {
        var kit = tarKit();
        var largest = new int[1];
        AppletArchive.send(kit, "a.b.c", NOW, new OutputStream() {
            @Override
            public void write(int single) {
                largest[0] = Math.max(largest[0], 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                largest[0] = Math.max(largest[0], length);
            }
        });
        assertThat(Files.size(kit.file())).isGreaterThan(1 << 20);
        assertThat(largest[0]).isLessThanOrEqualTo(64 << 10);
    }

    private static byte[] send(Kit kit, String manifest) throws IOException {
        var out = new ByteArrayOutputStream();
        AppletArchive.send(kit, manifest, NOW, out);
        return out.toByteArray();
    }

    /** As `beistand package applet` makes it: a tar without its closing blocks, in one gzip member. */
    private Kit tarKit() throws IOException {
        var whole = new ByteArrayOutputStream();
        var tar = new TarArchiveOutputStream(whole, 512);
        var content = incompressible();
        var entry = new TarArchiveEntry(PROGRAM);
        entry.setSize(content.length);
        entry.setMode(0100755);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
        tar.flush();
        var open = whole.toByteArray();
        var file = folder.resolve("beistand-support-linux-x64.tar.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write(open);
        }
        return new Kit("linux-x64", file.getFileName().toString(), file, Files.size(file));
    }

    private Kit zipKit() throws IOException {
        var file = folder.resolve("beistand-support-portable.zip");
        try (var zip = new ZipArchiveOutputStream(file)) {
            var entry = new ZipArchiveEntry(PROGRAM);
            entry.setUnixMode(0100755);
            zip.putArchiveEntry(entry);
            zip.write(incompressible());
            zip.closeArchiveEntry();
        }
        return new Kit("portable", file.getFileName().toString(), file, Files.size(file));
    }

    private static byte[] incompressible() {
        var bytes = new byte[2 << 20];
        new java.util.Random(1).nextBytes(bytes);
        return bytes;
    }
}
