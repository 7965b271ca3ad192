package org.beistand.applet.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.UUID;

/**
 * A file that the customer has chosen for the technicians.
 *
 * @param id what the wire calls it
 * @param name without its path
 * @param bytes its size when it was chosen
 * @param changed the time of its last change then
 */
public record OfferedFile(UUID id, Path path, String name, long bytes, FileTime changed) {

    /** @throws IOException when it is no file that can be read */
    public static OfferedFile of(Path path) throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        if (!now.isRegularFile() || !Files.isReadable(path)) {
            throw new IOException("no file that can be read");
        }
        return new OfferedFile(
                UUID.randomUUID(),
                path,
                FileName.of(path.getFileName().toString()),
                now.size(),
                now.lastModifiedTime());
    }

    /** Whether it still is what the customer chose. */
    boolean isUnchanged() {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return now.isRegularFile()
                    && now.size() == bytes
                    && now.lastModifiedTime().equals(changed);
        } catch (IOException gone) {
            return false;
        }
    }
}
