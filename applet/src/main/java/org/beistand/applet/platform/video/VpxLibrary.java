package org.beistand.applet.platform.video;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where libvpx is looked for: in the kit's folder {@code video} (the optional pack), then among the system's libraries. */
final class VpxLibrary {

    /** The pack: whatever lies there is what this kit's builder wanted. */
    private static final String PACK = "video";

    /** The name's number in the releases that {@link Vpx} knows, newest first. */
    private static final List<Integer> RELEASES = List.of(12, 11, 9, 8, 7, 6);

    private VpxLibrary() {}

    static SymbolLookup open() {
        List<String> tried = new ArrayList<>();
        for (Path file : packed()) {
            Optional<SymbolLookup> found = open(file.toString(), tried);
            if (found.isPresent()) {
                return found.get();
            }
        }
        for (String name : names()) {
            Optional<SymbolLookup> found = open(name, tried);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new UnsatisfiedLinkError("none of " + tried);
    }

    /** Under these systems have them. */
    private static List<String> names() {
        return RELEASES.stream()
                .flatMap(release -> Stream.of("libvpx.so." + release, "libvpx." + release + ".dylib"))
                .toList();
    }

    private static Optional<SymbolLookup> open(String name, List<String> tried) {
        try {
            return Optional.of(SymbolLookup.libraryLookup(name, Arena.global()));
        } catch (IllegalArgumentException missing) {
            tried.add(name);
            return Optional.empty();
        }
    }

    private static List<Path> packed() {
        Path pack = Path.of(System.getProperty("beistand.home", ".")).resolve(PACK);
        if (System.getProperty("beistand.home") == null || !Files.isDirectory(pack)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(pack)) {
            return files.filter(file -> String.valueOf(file.getFileName()).contains("vpx"))
                    .filter(file -> String.valueOf(file.getFileName()).matches(".*\\.(so|dll|dylib)(\\.\\d+)*"))
                    .map(Path::toAbsolutePath)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw (UnsatisfiedLinkError) new UnsatisfiedLinkError(pack.toString()).initCause(unreadable);
        }
    }
}
