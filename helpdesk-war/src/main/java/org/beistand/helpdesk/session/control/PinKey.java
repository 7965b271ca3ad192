package org.beistand.helpdesk.session.control;

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
 * The key of {@link PinHashes}: {@code beistand.pin.key} (base64, at least 32 bytes) where several nodes share one
 * database, else made at the first start and kept in {@code keys/pin.key} of the data folder, readable by the owner only.
 * Losing it costs nothing but the PINs that live at that moment.
 */
@ApplicationScoped
class PinKey {

    private static final int BYTES = 32;

    @Inject
    @ConfigProperty(name = "beistand.pin.key")
    Optional<String> configured;

    @Inject
    @ConfigProperty(name = "beistand.data", defaultValue = "data")
    String dataFolder;

    @Inject
    SecureRandom random;

    byte[] bytes() {
        return configured.map(Base64.getDecoder()::decode).orElseGet(this::kept);
    }

    private byte[] kept() {
        var file =
                Path.of(dataFolder).toAbsolutePath().normalize().resolve("keys").resolve("pin.key");
        try {
            return Files.exists(file) ? read(file) : make(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The key for PINs cannot be kept in " + file, unreadable);
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
            Files.writeString(file, Base64.getEncoder().encodeToString(key), StandardOpenOption.CREATE_NEW);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return key;
        } catch (FileAlreadyExistsException anotherWasFaster) {
            return read(file);
        }
    }
}
