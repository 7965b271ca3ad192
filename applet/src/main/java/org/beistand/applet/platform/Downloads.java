package org.beistand.applet.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where this person's downloads go: what the desktop says (freedesktop.org, xdg-user-dirs), else the folder that Windows,
 * macOS and browsers call so.
 */
final class Downloads {

    private static final Logger LOG = Logger.getLogger(Downloads.class.getName());

    private static final Pattern ENTRY = Pattern.compile("XDG_DOWNLOAD_DIR=\"(\\$HOME/|/)([^\"]*)\"");

    private Downloads() {}

    /** @param environment of the process */
    static Path folder(Map<String, String> environment) {
        try {
            return folder(environment, Path.of(environment.getOrDefault("HOME", System.getProperty("user.home", "."))));
        } catch (InvalidPathException unnameable) {
            LOG.log(Level.WARNING, "downloads go beside the program", unnameable);
            return Path.of("Downloads");
        }
    }

    private static Path folder(Map<String, String> environment, Path home) {
        Path settings = Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
                .filter(named -> !named.isEmpty())
                .map(Path::of)
                .orElse(home.resolve(".config"));
        return named(settings.resolve("user-dirs.dirs"), home).orElse(home.resolve("Downloads"));
    }

    private static Optional<Path> named(Path file, Path home) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .map(ENTRY::matcher)
                    .filter(Matcher::matches)
                    .map(entry ->
                            entry.group(1).equals("/") ? Path.of("/" + entry.group(2)) : home.resolve(entry.group(2)))
                    .filter(folder -> !folder.equals(home)) // how that file says: there is none
                    .findFirst();
        } catch (IOException | UncheckedIOException | InvalidPathException unreadable) {
            LOG.log(Level.INFO, "the desktop''s folders are not known: {0}", unreadable.toString());
            return Optional.empty();
        }
    }
}
