package org.beistand.applet.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The customer's folder for what comes from elsewhere. What is written there is for its owner alone and no program. */
public final class DownloadFolder {

    private static final Logger LOG = Logger.getLogger(DownloadFolder.class.getName());

    private static final String UNFINISHED = ".beistand-part";

    /** No session lasts so long. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    /** A disk that is filled to the brim is a fault of its own. */
    private static final long SPARE_BYTES = 64L << 20;

    private static final int MOST_OF_A_NAME = 10_000;

    private final Path folder;
    private final Clock clock;
    private boolean swept;

    /** @param folder made when something comes */
    public DownloadFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Where a new file may be written, under a name that no program opens. @throws IOException when there is no room */
    Path begin(long bytes) throws IOException {
        Files.createDirectories(folder);
        if (!swept) {
            swept = true;
            sweep();
        }
        if (Files.getFileStore(folder).getUsableSpace() < bytes + SPARE_BYTES) {
            throw new IOException("no room for " + bytes + " bytes");
        }
        Path part = folder.resolve("." + UUID.randomUUID() + UNFINISHED);
        part.toFile().deleteOnExit();
        return part;
    }

    FileChannel open(Path part) throws IOException {
        return FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forItsOwner());
    }

    /** What a program that was killed has left behind. */
    private void sweep() {
        Instant youngest = clock.instant().minus(FORGOTTEN);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".*" + UNFINISHED)) {
            for (Path part : left) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(youngest)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException | DirectoryIteratorException unswept) {
            LOG.log(Level.INFO, "what was left behind stays: {0}", unswept.toString());
        }
    }

    /** Gives a whole file its name, or one with a number where there is such a file already. @return where it is now */
    Path settle(Path part, String name) throws IOException {
        for (int number = 1; number <= MOST_OF_A_NAME; number++) {
            Path wanted = resolve(number == 1 ? name : FileName.numbered(name, number));
            try {
                Files.createFile(wanted, forItsOwner()); // ours alone: only this one is replaced
                return take(part, wanted);
            } catch (FileAlreadyExistsException taken) {
                LOG.log(Level.FINE, "there is a file of that name already, number {0}", number);
            }
        }
        throw new IOException(MOST_OF_A_NAME + " files of one name");
    }

    private static Path take(Path part, Path reserved) throws IOException {
        try {
            return Files.move(part, reserved, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            Files.deleteIfExists(reserved);
            throw failed;
        }
    }

    /** Some desktops' encoding has no umlauts. */
    private Path resolve(String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException notHere) {
            return folder.resolve(FileName.ascii(name));
        }
    }

    private static FileAttribute<?>[] forItsOwner() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
