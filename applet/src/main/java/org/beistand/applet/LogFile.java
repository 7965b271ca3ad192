package org.beistand.applet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** A small rotating log in the user's cache folder, for the day when somebody asks what happened. */
final class LogFile {

    private static final int MOST_BYTES = 512 << 10;
    private static final int FILES = 3;

    private LogFile() {}

    static void open() {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                handler.setLevel(Level.WARNING);
            }
        }
        try {
            Path folder = folder();
            Files.createDirectories(folder);
            FileHandler file = new FileHandler(folder.resolve("applet-%g.log").toString(), MOST_BYTES, FILES, true);
            file.setFormatter(new SimpleFormatter());
            root.addHandler(file);
        } catch (IOException unwritable) {
            root.log(Level.WARNING, "no log file: {0}", unwritable.toString());
        }
    }

    private static Path folder() {
        Path home = Path.of(System.getProperty("user.home", "."));
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.startsWith("win")) {
            return environment("LOCALAPPDATA").orElse(home).resolve("Beistand");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library/Caches/Beistand");
        }
        return environment("XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("beistand");
    }

    private static Optional<Path> environment(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
