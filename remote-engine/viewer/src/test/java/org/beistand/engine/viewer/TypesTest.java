package org.beistand.engine.viewer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler comes as a webjar and runs on the node that Playwright brings: nothing needs to be installed. */
class TypesTest {

    private static final String LIBRARY = "META-INF/resources/webjars/typescript/5.9.3/lib";

    @Test
    void everyModuleKeepsItsTypes(@TempDir Path folder) throws Exception {
        Path compiler = unpackCompiler(folder);
        Process check = new ProcessBuilder(node(), compiler.toString(), "-p", "tsconfig.json", "--pretty", "false")
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), UTF_8);
        assertThat(check.waitFor()).as(said).isZero();
    }

    private static String node() {
        Driver driver = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false);
        return driver.createProcessBuilder().command().getFirst();
    }

    private static Path unpackCompiler(Path folder) throws IOException, URISyntaxException {
        URL main = Objects.requireNonNull(
                TypesTest.class.getResource("/" + LIBRARY + "/tsc.js"),
                "the TypeScript webjar is not on the class path");
        URI jar = URI.create(main.toURI().toString().split("!")[0]);
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of());
                Stream<Path> all = Files.list(files.getPath(LIBRARY))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        return folder.resolve("tsc.js");
    }
}
