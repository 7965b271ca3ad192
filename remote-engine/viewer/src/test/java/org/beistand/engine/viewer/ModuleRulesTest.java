package org.beistand.engine.viewer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.beistand.engine.wire.files.FileOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The viewer's architecture: what no compiler holds for plain modules. */
class ModuleRulesTest {

    private static final Path VIEWER = Path.of("src/main/resources/META-INF/resources/viewer");
    private static final Pattern IMPORT = Pattern.compile("(?:\\bfrom |\\bimport ?\\(?)'([^']+)'");
    private static final Pattern TEXT =
            Pattern.compile("^ {2}\"([\\w.]+)\": \"((?:[^\"\\\\]|\\\\.)*)\",?$", Pattern.MULTILINE);
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    @Test
    void coreKnowsNothingOfTheApplication() {
        for (Path module : modules(path -> path.startsWith("core"))) {
            for (String target : imports(module)) {
                Path imported = module.resolveSibling(target).normalize();
                assertThat(imported).as("%s imports %s", module, target).startsWithRaw(Path.of("core"));
            }
        }
    }

    @Test
    void modulesImportOnlyOurOwn() {
        for (Path module : modules(path -> true)) {
            assertThat(imports(module)).as(module.toString()).allMatch(target -> target.startsWith("."));
        }
    }

    @Test
    void decodingKnowsNoPage() {
        for (Path module : modules(path -> path.startsWith("core/picture") && !path.endsWith("decoders.js"))) {
            assertThat(read(module)).as(module.toString()).doesNotContain("document.", "window.", "HTMLElement");
        }
    }

    /** Generated code is as long as the wire is. */
    @Test
    void noFileIsLongerThanThreeHundredLines() {
        for (Path module : modules(path -> !path.endsWith("wire.gen.js"))) {
            assertThat(read(module).lines().count()).as(module.toString()).isLessThanOrEqualTo(300);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\.(inner|outer)HTML",
                "insertAdjacentHTML",
                "\\beval\\s*\\(",
                "new Function\\b",
                "document\\.write",
                "setAttribute\\(\\s*['\"](on|style)",
                "createContextualFragment",
                "DOMParser",
                "javascript:",
                "setTimeout\\(\\s*['\"]",
            })
    void noModuleMakesMarkupOrCodeFromText(String pattern) {
        for (Path module : modules(path -> true)) {
            assertThat(Pattern.compile(pattern).matcher(read(module)).find())
                    .as("%s has %s", module, pattern)
                    .isFalse();
        }
    }

    @Test
    void pagesHaveNoInlineScriptOrStyle() {
        String page = read(Path.of("viewer-lite.html"));
        assertThat(page).doesNotContainPattern("\\son\\w+=").doesNotContain("style=", "<style", "javascript:");
        assertThat(page).doesNotContainPattern("<script(?![^>]*\\ssrc=)");
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        TreeMap<String, TreeSet<String>> german = placesByKey("app/texts/de.json");
        TreeMap<String, TreeSet<String>> english = placesByKey("app/texts/en.json");
        assertThat(german).isEqualTo(english).hasSizeGreaterThan(100);
    }

    @Test
    void everyTextThatIsAskedForExists() {
        TreeMap<String, TreeSet<String>> texts = placesByKey("app/texts/en.json");
        Pattern asked = Pattern.compile("(?:texts|#texts)\\.get(?:Or)?\\('([\\w.]+)'");
        for (Path module : modules(path -> path.startsWith("app"))) {
            List<String> keys = asked.matcher(read(module))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(texts.keySet()).as(module.toString()).containsAll(keys);
        }
    }

    @Test
    void everyOutcomeOfTheWireHasItsSentence() {
        TreeMap<String, TreeSet<String>> texts = placesByKey("app/texts/en.json");
        assertThat(texts.keySet())
                .containsAll(Stream.of(org.beistand.engine.protocol.Status.values())
                        .map(org.beistand.engine.protocol.Status::messageKey)
                        .toList());
    }

    @Test
    void everyOutcomeOfAFileHasItsWordAndItsSentenceBothWays() {
        TreeMap<String, TreeSet<String>> texts = placesByKey("app/texts/en.json");
        Stream<String> outcomes = Stream.concat(
                Stream.of("lost"),
                Stream.of(FileOutcome.values())
                        .filter(outcome ->
                                outcome != FileOutcome.FILE_OUTCOME_UNSPECIFIED && outcome != FileOutcome.UNRECOGNIZED)
                        .map(outcome -> outcome.name()
                                .substring("FILE_OUTCOME_".length())
                                .toLowerCase(Locale.ROOT)));
        assertThat(texts.keySet())
                .containsAll(outcomes.flatMap(outcome -> Stream.of("file.sent.", "file.fetched.")
                                .flatMap(way -> Stream.of(way + outcome, "said." + way + outcome)))
                        .toList());
        assertThat(texts.keySet())
                .contains("files.send.off", "files.send.asking", "files.send.granted", "file.sent.asking")
                .contains(
                        "file.sent.waiting",
                        "file.sent.interrupted",
                        "file.fetched.waiting",
                        "file.fetched.interrupted");
    }

    private static TreeMap<String, TreeSet<String>> placesByKey(String bundle) {
        TreeMap<String, TreeSet<String>> places = new TreeMap<>();
        for (MatchResult text : TEXT.matcher(read(Path.of(bundle))).results().toList()) {
            TreeSet<String> inText = new TreeSet<>();
            PLACE.matcher(text.group(2)).results().forEach(place -> inText.add(place.group(1)));
            assertThat(text.group(2)).as(text.group(1)).isNotBlank();
            assertThat(places.put(text.group(1), inText))
                    .as("%s twice", text.group(1))
                    .isNull();
        }
        return places;
    }

    private static List<String> imports(Path module) {
        return IMPORT.matcher(read(module))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Paths below the viewer's folder. */
    private static List<Path> modules(Predicate<Path> wanted) {
        try (Stream<Path> all = Files.walk(VIEWER)) {
            List<Path> found = all.filter(path -> path.toString().endsWith(".js"))
                    .map(VIEWER::relativize)
                    .filter(wanted)
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path module) {
        try {
            return Files.readString(VIEWER.resolve(module), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
