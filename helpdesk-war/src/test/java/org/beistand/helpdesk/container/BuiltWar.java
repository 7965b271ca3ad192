package org.beistand.helpdesk.container;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR exactly as it was built, plus these tests and the settings that a real start takes from the environment. */
final class BuiltWar {

    private BuiltWar() {}

    /** @param settings further lines {@code name=value} of MicroProfile Config */
    static WebArchive with(String... settings) {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/ROOT.war"))
                .addPackage(BuiltWar.class.getPackage())
                .addAsLibraries(jarOf(Assertions.class))
                .addAsResource(new StringAsset(configuration(settings)), "META-INF/microprofile-config.properties");
    }

    private static String configuration(String... settings) {
        return Stream.concat(
                        Stream.of(
                                "beistand.data=" + emptyFolder(),
                                "beistand.admin.password=" + Helpdesk.ADMIN_PASSWORD,
                                "beistand.demo=true",
                                "beistand.demo.password=" + Helpdesk.DEMO_PASSWORD),
                        Stream.of(settings))
                .collect(Collectors.joining("\n"));
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory("beistand-it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
