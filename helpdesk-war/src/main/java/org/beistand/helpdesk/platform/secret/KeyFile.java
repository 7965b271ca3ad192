package org.beistand.helpdesk.platform.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A key of this installation: made at the first use, kept below {@code keys/} of the data folder for the owner only. */
public final class KeyFile {

    private KeyFile() {}

    /**
     * The key in that file, which is made when it is missing.
     *
     * @param name of the file
     * @param bytes of a new key
     * @throws UncheckedIOException when it can be neither read nor made
     */
    public static byte[] keep(String dataFolder, String name, int bytes, SecureRandom random) {
        var folder = Path.of(dataFolder).toAbsolutePath().normalize().resolve("keys");
        var file = folder.resolve(name);
        try {
            return Files.exists(file) ? read(file) : make(folder, file, bytes, random);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The key cannot be kept in " + file, unreadable);
        }
    }

    private static byte[] read(Path file) throws IOException {
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }

    private static byte[] make(Path folder, Path file, int bytes, SecureRandom random) throws IOException {
        Files.createDirectories(folder);
        var key = new byte[bytes];
        random.nextBytes(key);
        var draft = draft(folder);
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(key));
            // A link is refused where the name is taken, and a crash before it leaves no half key under that name.
            Files.createLink(file, draft);
            return key;
        } catch (FileAlreadyExistsException anotherWasFaster) {
            return read(file);
        } finally {
            Files.delete(draft);
        }
    }

    /** An empty file that only its owner may read. */
    private static Path draft(Path folder) throws IOException {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createTempFile(
                        folder,
                        "key",
                        ".draft",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, "key", ".draft");
    }
}
