package org.beistand.integration.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.beistand.integration.Integrations;
import org.beistand.integration.Reach;
import org.beistand.integration.directory.Directory.Written;
import org.beistand.integration.directory.LastWord.Whose;
import org.beistand.samba.Population;
import org.beistand.samba.SambaDomain;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One text in one attribute of a real domain: the latest, whole or cut, and nothing of anybody else's lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LastWordTest {

    private static final String COMPUTER = Population.COMPUTER;
    private static final Whose PC = new Whose.Computer("pc-1042");
    private static final Whose NINA = new Whose.Person("nina@beistand.test");

    private final SambaDomain domain = SambaDomain.get();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Integrations integrations;

    @BeforeAll
    void start() {
        integrations = Integrations.start(Integrations.Settings.usual(folder, Clock.systemUTC())
                .reaching(Reach.usualAnd(List.of("127.0.0.0/8"))));
        domain.letServiceUserWrite(COMPUTER, "info");
        domain.letServiceUserWrite(Population.NINA, "info");
        domain.letServiceUserWrite(Population.NINA, "employeeType");
    }

    @AfterAll
    void stop() {
        integrations.close();
    }

    @Test
    void theLatestIsWrittenAndAnEarlierOneThatComesLaterIsNot() {
        assertThat(write(PC, "info", "2026-11-22T10:00:00Z", "Drucker, Maria Lindner"))
                .isEqualTo(new Written.Done(true));
        assertThat(domain.read(COMPUTER, "info")).isEqualTo("Beistand 2026-11-22T10:00:00Z Drucker, Maria Lindner");
        write(new Whose.Computer("pc-1042.beistand.test"), "info", "2026-11-22T11:00:00Z", "später");
        write(PC, "info", "2026-11-22T10:30:00Z", "früher");
        write(PC, "info", "2026-11-22T11:00:00Z", "später");
        assertThat(domain.read(COMPUTER, "info")).isEqualTo("Beistand 2026-11-22T11:00:00Z später");
    }

    @Test
    void whatDoesNotFitIsCut() {
        write(NINA, "info", "2026-11-22T10:00:00Z", "ä".repeat(5_000));
        assertThat(domain.read(Population.NINA, "info")).hasSize(1024).endsWith("ä…");
        write(NINA, "employeeType", "2026-11-22T10:00:00Z", "x".repeat(5_000));
        assertThat(domain.read(Population.NINA, "employeeType")).hasSize(256).endsWith("x…");
    }

    @Test
    void whatSomebodyElseWroteStays() {
        domain.letServiceUserWrite(Population.LEA, "info");
        domain.set(Population.LEA, "info", "Bitte nur vormittags anrufen");
        assertThat(kind(new Whose.Person("lea@beistand.test"), "info")).isEqualTo(Fault.Kind.OCCUPIED);
        assertThat(domain.read(Population.LEA, "info")).isEqualTo("Bitte nur vormittags anrufen");
    }

    @Test
    void aMissingRightAMissingAttributeAndSeveralEntriesAreNamed() {
        assertThat(kind(new Whose.Person("zoe@beistand.test"), "info")).isEqualTo(Fault.Kind.RIGHTS);
        assertThat(kind(NINA, "noSuchThing")).isEqualTo(Fault.Kind.ATTRIBUTE);
        domain.add(Population.person("CN=Zwei A," + Population.PEOPLE, "zwei.a", "Zwei", "zwei@beistand.test", 512));
        domain.add(Population.person("CN=Zwei B," + Population.PEOPLE, "zwei.b", "Zwei", "zwei@beistand.test", 512));
        assertThat(kind(new Whose.Person("zwei@beistand.test"), "info")).isEqualTo(Fault.Kind.AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@example.com", "*", "*)(objectClass=*", "nina*"})
    void whoIsNotThereIsNobodyAndNoFilter(String name) {
        var nobody = new Written.Done(false);
        assertThat(write(new Whose.Person(name), "info", "2026-11-22T10:00:00Z", "x"))
                .isEqualTo(nobody);
        assertThat(write(new Whose.Computer(name), "info", "2026-11-22T10:00:00Z", "x"))
                .isEqualTo(nobody);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unicodePwd", "userPrincipalName", "member", "scriptPath", "a b", "", "info)(x=*", "MAIL"})
    void whatDecidesOnSomebodysRightsIsNoPlaceForNotes(String attribute) {
        assertThatThrownBy(() -> write(NINA, attribute, "2026-11-22T10:00:00Z", "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Fault.Kind kind(Whose whose, String attribute) {
        var written = write(whose, attribute, "2026-11-22T10:00:00Z", "x");
        assertThat(written).isInstanceOf(Written.Failed.class);
        return ((Written.Failed) written).fault().kind();
    }

    private Written write(Whose whose, String attribute, String at, String text) {
        var access = new DirectoryAccess(
                List.of(URI.create(domain.ldaps())),
                SambaDomain.SERVICE_USER,
                SambaDomain.PASSWORD,
                domain.authority(),
                SambaDomain.BASE,
                "");
        return integrations.directory().write(access, new LastWord(whose, attribute, LastWord.OURS + at, text));
    }
}
