package org.beistand.helpdesk.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    private final PasswordHashing hashing = new PasswordHashing();

    @BeforeEach
    void giveRandomness() {
        hashing.random = new SecureRandom();
    }

    @Test
    void onlyTheRightPasswordMatches() {
        String stored = hashing.hash("Grüße, Welt");
        assertThat(hashing.matches("Grüße, Welt", stored)).isTrue();
        assertThat(hashing.matches("Grüsse, Welt", stored)).isFalse();
        assertThat(hashing.matches("", stored)).isFalse();
    }

    @Test
    void thePasswordIsNotInTheHashAndTwoHashesDiffer() {
        String one = hashing.hash("secret-secret");
        assertThat(one).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("secret");
        assertThat(hashing.hash("secret-secret")).isNotEqualTo(one);
    }

    @Test
    void otherParametersAreOutdatedButStillMatch() {
        String weaker = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        assertThat(hashing.isOutdated(weaker)).isTrue();
        assertThat(hashing.matches("password", weaker)).isTrue();
        assertThat(hashing.isOutdated(hashing.hash("x"))).isFalse();
    }
}
