package org.beistand.helpdesk.platform.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key of {@link Vault}: {@code beistand.vault.key} (base64, 32 bytes) where several nodes share one database, else
 * made at the first use and kept in {@code keys/vault.key} of the data folder, readable by the owner only. Whoever loses
 * it types the passwords of connected systems in again.
 */
@ApplicationScoped
class VaultKey {

    static final int BYTES = 32;

    @Inject
    @ConfigProperty(name = "beistand.vault.key")
    Optional<String> configured = Optional.empty();

    @Inject
    @ConfigProperty(name = "beistand.data", defaultValue = "data")
    String dataFolder = "data";

    @Inject
    SecureRandom random;

    byte[] bytes() {
        byte[] key = configured.map(Base64.getDecoder()::decode).orElseGet(this::kept);
        if (key.length != BYTES) {
            throw new IllegalStateException("beistand.vault.key must be " + BYTES + " bytes in base64");
        }
        return key;
    }

    private byte[] kept() {
        var file =
                Path.of(dataFolder).toAbsolutePath().normalize().resolve("keys").resolve("vault.key");
        try {
            return Files.exists(file) ? read(file) : make(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The key for secrets cannot be kept in " + file, unreadable);
        }
    }

    private static byte[] read(Path file) throws IOException {
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }

    private byte[] make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var key = new byte[BYTES];
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
