package org.beistand.engine.relay;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A relay's folder, its alone while it lives: another relay there would take tapes that grow for left behind, deliver their
 * beginnings as the whole, and delete them. The lock ends with the process, however that ends.
 */
final class DataFolder implements AutoCloseable {

    private final FileChannel lock;

    private DataFolder(FileChannel lock) {
        this.lock = lock;
    }

    /**
     * @param folder made when it is not there
     * @throws IOException when it cannot be written, or is another relay's
     */
    static DataFolder claim(Path folder) throws IOException {
        FileChannel file = FileChannel.open(
                Files.createDirectories(folder).resolve("relay.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            if (file.tryLock() != null) {
                return new DataFolder(file);
            }
        } catch (OverlappingFileLockException withinThisProcess) {
            // the same answer
        } catch (IOException notLockable) {
            file.close();
            throw notLockable;
        }
        file.close();
        throw new IOException("another relay uses the folder " + folder);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
