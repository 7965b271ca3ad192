package org.beistand.helpdesk.platform.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        var file =
                Path.of(dataFolder).toAbsolutePath().normalize().resolve("keys").resolve(name);
        try {
            return Files.exists(file) ? read(file) : make(file, bytes, random);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The key cannot be kept in " + file, unreadable);
        }
    }

    private static byte[] read(Path file) throws IOException {
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }

    private static byte[] make(Path file, int bytes, SecureRandom random) throws IOException {
        Files.createDirectories(file.getParent());
        var key = new byte[bytes];
        random.nextBytes(key);
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.writeString(file, Base64.getEncoder().encodeToString(key), StandardOpenOption.WRITE);
            return key;
        } catch (FileAlreadyExistsException anotherWasFaster) {
            return read(file);
        }
    }
}
