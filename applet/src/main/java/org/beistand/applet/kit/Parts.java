package org.beistand.applet.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What goes into every archive: the program's jars and the start scripts. */
record Parts(List<Path> jars) {

    /** Folder in the archive; the helpdesk puts session.jws into the same. */
    static final String ROOT = "beistand-support";

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

    static byte[] resource(String name) throws IOException {
        try (InputStream in = Parts.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
