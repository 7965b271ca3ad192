package org.beistand.helpdesk.recording.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.recording.entity.StorageFullException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The bytes of the current company's tapes: {@code recordings/<company>/<tape>.tape} in the data folder, which all nodes
 * share. Names are made of ids only, so no relay and no address can name another file.
 */
@ApplicationScoped
public class TapeFiles {

    private static final long MEGABYTE = 1L << 20;

    @Inject
    @ConfigProperty(name = "beistand.data", defaultValue = "data")
    String dataFolder = "data";

    /** The database and the logs live on the same disk, and matter more. */
    @Inject
    @ConfigProperty(name = "beistand.recordings.spare.mb", defaultValue = "1024")
    Integer spareMegabytes = 1024;

    /** How many bytes there are; none when there is no file. */
    public long size(UUID tape) {
        var file = file(tape);
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Writes into a tape, and comes back when the bytes are on the disk: a relay forgets them then. What a transaction that
     * failed has left behind this position is written over.
     *
     * @throws StorageFullException when the disk is needed for other things
     */
    public void write(UUID tape, long position, byte[] bytes, int from) {
        var folder = folder();
        try {
            Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
            requireSpace(folder);
            try (var channel = FileChannel.open(
                    file(tape),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    ownerOnly(folder, "rw-------"))) {
                var rest = ByteBuffer.wrap(bytes, from, bytes.length - from);
                for (long at = position; rest.hasRemaining(); ) {
                    at += channel.write(rest, at);
                }
                channel.force(false);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("A piece of a recording cannot be written", failed);
        }
    }

    /** Where the bytes are, to be read. */
    public Path file(UUID tape) {
        return folder().resolve(tape + ".tape");
    }

    /** Does nothing when there is no file. */
    public void delete(UUID tape) {
        try {
            Files.deleteIfExists(file(tape));
        } catch (IOException failed) {
            throw new UncheckedIOException("A recording cannot be deleted", failed);
        }
    }

    private Path folder() {
        return Path.of(dataFolder)
                .toAbsolutePath()
                .normalize()
                .resolve("recordings")
                .resolve(CurrentCompany.require().toString());
    }

    private void requireSpace(Path folder) throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() < spareMegabytes * MEGABYTE) {
            throw new StorageFullException(spareMegabytes);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder, String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
