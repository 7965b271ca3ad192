package org.beistand.branding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandsTest {

    private final Brands brands = Brands.builtIn();

    @Test
    void findsEachTextInTheNearestBrandThatHasIt() {
        Brand brand = brands.find("example-child");
        assertThat(brand.text("portal.title", Locale.GERMAN)).contains("Hilfe für Zweigstelle");
        assertThat(brand.text("product.name", Locale.GERMAN)).contains("Service Desk of Example");
        assertThat(brand.text("portal.subtitle", Locale.GERMAN)).contains("Hilfe an Ihrem Computer, unter Ihren Augen");
        assertThat(brand.text("portal.subtitle", Locale.ENGLISH)).contains("Help with your computer, while you watch");
        assertThat(brand.text("no.such.key", Locale.ENGLISH)).isEmpty();
        assertThat(brand.parent()).contains("example");
    }

    @Test
    void findsEachFileInTheNearestBrandThatHasIt() {
        Brand brand = brands.find("example-child");
        assertThat(brand.file("logo.svg")).get().extracting(BrandFile::brand).isEqualTo("example");
        assertThat(brand.files("tokens.css")).extracting(BrandFile::brand).containsExactly("base", "example-child");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", "../base", "UPPER", "a/b"})
    void fallsBackToBaseForAnUnknownBrand(String name) {
        assertThat(brands.find(name).name()).isEqualTo(Brands.BASE);
    }

    @Test
    void endsACircleOfParentsAtBase(@TempDir Path folder) throws IOException {
        write(folder.resolve("a/brand.properties"), "parent=b");
        write(folder.resolve("b/brand.properties"), "parent=a");
        assertThat(Brands.in(folder).find("a").chain())
                .extracting(Brand.Layer::name)
                .containsExactly("a", "b", "base");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../secret.txt", "/etc/passwd", "x/../../secret.txt", "..", ".hidden", "a\\..\\b", "link.txt", ""
            })
    void givesNothingOutsideTheBrandsFolder(String path, @TempDir Path folder) throws IOException {
        write(folder.resolve("secret.txt"), "secret");
        write(folder.resolve("mine/brand.properties"), "");
        Files.createSymbolicLink(folder.resolve("mine/link.txt"), folder.resolve("secret.txt"));
        assertThat(Brands.in(folder).find("mine").file(path)).isEmpty();
    }

    @Test
    void refusesAFileThatIsTooLarge(@TempDir Path folder) throws IOException {
        write(folder.resolve("mine/brand.properties"), "");
        Files.write(folder.resolve("mine/film.mp4"), new byte[BrandFolder.MAX_FILE_BYTES + 1]);
        assertThat(Brands.in(folder).find("mine").file("film.mp4")).isEmpty();
    }

    @Test
    void baseSaysTheSameKeysInGermanAndEnglish() throws IOException {
        assertThat(keys("messages_de.properties")).isEqualTo(keys("messages.properties"));
    }

    private static java.util.Set<String> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (var in = BrandsTest.class.getResourceAsStream("/themes/base/" + file)) {
            properties.load(in);
        }
        return properties.stringPropertyNames();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
