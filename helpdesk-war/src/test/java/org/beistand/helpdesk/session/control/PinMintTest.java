package org.beistand.helpdesk.session.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.UUID;
import org.beistand.helpdesk.session.entity.SessionPin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinMintTest {

    private final PinMint mint = new PinMint(new SecureRandom());

    @ParameterizedTest
    @CsvSource({"6,6", "7,7", "9,9", "0,6", "12,9"})
    void followsTheCompanysPolicyWithinSixToNineDigits(int policy, int expected) {
        assertThat(mint.length(policy, false, digits -> 0)).isEqualTo(expected);
    }

    @Test
    void usesTheNextLengthWhenFifteenOfAMillionAreAlive() {
        assertThat(mint.length(6, false, digits -> digits == 6 ? 14 : 0)).isEqualTo(6);
        assertThat(mint.length(6, false, digits -> digits == 6 ? 15 : 0)).isEqualTo(7);
        assertThat(mint.length(6, false, digits -> digits == 6 ? 15 : 150)).isEqualTo(8);
    }

    @Test
    void drawsLeadingZeroesTooAndHardlyEverTwice() {
        var drawn = new HashSet<SessionPin>();
        for (var pin = 0; pin < 2_000; pin++) {
            drawn.add(mint.draw(6));
        }
        assertThat(drawn).hasSizeGreaterThan(1_980);
        assertThat(drawn).anyMatch(pin -> pin.digits().startsWith("0"));
    }

    @Test
    void thePinOfAnotherCompanyHasAnotherHash() {
        var hashes = new PinHashes(new byte[32]);
        var pin = new SessionPin("482910");
        assertThat(hashes.hash(UUID.randomUUID(), pin)).isNotEqualTo(hashes.hash(UUID.randomUUID(), pin));
    }
}
