package org.beistand.helpdesk.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final UUID COMPANY = UUID.randomUUID();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    private final Vault vault = new Vault();

    @BeforeEach
    void unlock() {
        vault.random = new SecureRandom();
        vault.key = key(data);
    }

    private static VaultKey key(Path folder) {
        var key = new VaultKey();
        key.random = new SecureRandom();
        key.dataFolder = folder.toString();
        return key;
    }

    @Test
    void opensWhatItSealedAndNeverSealsTwiceAlike() {
        String sealed = vault.seal(COMPANY, "password", "Pässwort");
        assertThat(sealed).doesNotContain("Pässwort").isNotEqualTo(vault.seal(COMPANY, "password", "Pässwort"));
        assertThat(vault.open(COMPANY, "password", sealed)).hasValue("Pässwort");
        assertThat(vault.seal(COMPANY, "password", "")).isEmpty();
    }

    @Test
    void opensNothingForAnotherCompanyOrPurposeOrWhenAltered() {
        String sealed = vault.seal(COMPANY, "password", "secret");
        assertThat(vault.open(UUID.randomUUID(), "password", sealed)).isEmpty();
        assertThat(vault.open(COMPANY, "client secret", sealed)).isEmpty();
        assertThat(vault.open(COMPANY, "password", (sealed.startsWith("A") ? "B" : "A") + sealed.substring(1)))
                .isEmpty();
        for (String nonsense : new String[] {"", "A", "!!!", "AAAAAAAAAAAAAAAA"}) {
            assertThat(vault.open(COMPANY, "password", nonsense)).isEmpty();
        }
    }

    @Test
    void keepsItsKeyForTheOwnerOnlyAndAnotherKeyOpensNothing(@TempDir Path elsewhere) throws IOException {
        String sealed = vault.seal(COMPANY, "password", "secret");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(data.resolve("keys").resolve("vault.key"))))
                .isEqualTo("rw-------");
        vault.key = key(elsewhere);
        assertThat(vault.open(COMPANY, "password", sealed)).isEmpty();
        vault.key = key(data);
        assertThat(vault.open(COMPANY, "password", sealed)).hasValue("secret");
    }
}
