package org.beistand.applet.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.beistand.applet.counterpart.SmallHelpdesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestFileTest {

    private static final Instant LATER = Instant.parse("2090-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void acceptsWhatTheHelpdeskSigned() throws Exception {
        try (SmallHelpdesk helpdesk = new SmallHelpdesk(URI.create("ws://127.0.0.1:1"))) {
            ManifestFile file = write(helpdesk.manifest(LATER));
            assertThat(file.helpdesk()).isEqualTo(helpdesk.url());
            assertThat(file.verify(helpdesk.keys(), Clock.systemUTC()).company())
                    .isEqualTo("Nordlicht IT");
        }
    }

    @Test
    void tellsAnExpiredOneFromATamperedOne() throws Exception {
        try (SmallHelpdesk helpdesk = new SmallHelpdesk(URI.create("ws://127.0.0.1:1"))) {
            ManifestFile old = write(helpdesk.manifest(Instant.parse("2020-01-01T00:00:00Z")));
            fails("start.manifest_expired", () -> old.verify(helpdesk.keys(), Clock.systemUTC()));

            String[] parts = helpdesk.manifest(LATER).split("\\.");
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                    .replace("Nordlicht", "Suedlicht");
            String forged = parts[0] + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                    + "." + parts[2];
            ManifestFile tampered = write(forged);
            fails("start.manifest_damaged", () -> tampered.verify(helpdesk.keys(), Clock.systemUTC()));

            KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            ManifestFile foreign = write(helpdesk.manifest(LATER));
            fails("start.manifest_damaged", () -> foreign.verify(Map.of("k1", other.getPublic()), Clock.systemUTC()));
        }
    }

    @Test
    void missesAMissingFile() {
        fails("start.manifest_missing", () -> ManifestFile.read(folder.resolve("none.jws")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "..", "e30.e30.e30", "e30.eyJoZWxwZGVzayI6ImZpbGU6Ly8vZXRjIn0.e30"})
    void refusesWhatIsNoManifest(String content) {
        fails("start.manifest_damaged", () -> write(content));
    }

    private ManifestFile write(String content) {
        try {
            return ManifestFile.read(Files.writeString(folder.resolve("session.jws"), content));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void fails(String key, ThrowingCallable action) {
        assertThatExceptionOfType(StartFailed.class)
                .isThrownBy(action)
                .extracting(StartFailed::key)
                .isEqualTo(key);
    }
}
