package org.beistand.applet.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What goes into every archive: the program's jars and the start scripts. */
record Parts(List<Path> jars) {

    /** Folder in the archive; the helpdesk puts session.jws into the same. */
    static final String ROOT = "beistand-support";

    /** Our names of platforms and zstd-jni's. */
    private static final Map<String, String> ZSTD_CLASSIFIERS = Map.of(
            "linux-x64", "linux_amd64",
            "linux-arm64", "linux_aarch64",
            "windows-x64", "win_amd64",
            "macos-arm64", "darwin_aarch64",
            "macos-x64", "darwin_x86_64");

    /** @param lib folder with the program's jars and those that build the kit */
    static Parts in(Path lib) throws IOException {
        try (Stream<Path> files = Files.list(lib)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().endsWith("-kit.jar"))
                    .sorted()
                    .toList();
            if (jars.isEmpty()) {
                throw new KitFailed("no jars in " + lib);
            }
            return new Parts(jars);
        }
    }

    /** Without the native libraries of other platforms; one that is not known here keeps them all. */
    Parts forPlatform(String platform) {
        String own = ZSTD_CLASSIFIERS.get(platform);
        return own == null
                ? this
                : new Parts(jars.stream()
                        .filter(jar -> isFor(own, jar) && isPhotosFor(platform, jar))
                        .toList());
    }

    private static boolean isFor(String classifier, Path jar) {
        String name = String.valueOf(jar.getFileName());
        return !name.startsWith("zstd-jni-") || name.endsWith("-" + classifier + ".jar");
    }

    /** A platform without a library of its own for photographs has Java's. */
    private static boolean isPhotosFor(String platform, Path jar) {
        String name = String.valueOf(jar.getFileName());
        return !name.contains("-jpeg-") || name.endsWith("-jpeg-" + platform + ".jar");
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = Parts.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
