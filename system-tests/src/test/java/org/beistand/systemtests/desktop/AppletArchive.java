package org.beistand.systemtests.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The archive that the customer's browser has downloaded: unpacked with tar and started by its start script. */
public final class AppletArchive {
    private final Path folder;

    private AppletArchive(Path folder) {
        this.folder = folder;
    }

    /** Unpacks it in the home folder of that desktop, as {@code tar xzf} does it. */
    public static AppletArchive unpack(X11Desktop desktop, Path archive, Path home) {
        String complaints = desktop.run("sh", "-c", "tar xzf '" + archive + "' -C '" + home + "' 2>&1");
        if (!complaints.isEmpty()) {
            throw new AssertionError("tar complains: " + complaints);
        }
        return new AppletArchive(home);
    }

    /** Starts the program by its start script, which is executable without any doing of the customer. */
    public Process start(X11Desktop desktop) {
        return desktop.launch(startScript().toString());
    }

    private Path startScript() {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.getFileName().toString().equals("beistand-support"))
                    .filter(Files::isRegularFile)
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no executable beistand-support below " + folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
