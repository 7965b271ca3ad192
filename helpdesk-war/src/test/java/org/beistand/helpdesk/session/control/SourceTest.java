package org.beistand.helpdesk.session.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

    @Test
    void countsAnIpv4AddressByItself() {
        assertThat(Source.of("192.0.2.10")).isNotEqualTo(Source.of("192.0.2.11"));
        assertThat(Source.of("::ffff:192.0.2.10")).isEqualTo(Source.of("192.0.2.10"));
    }

    @Test
    void countsAnIpv6NetworkAsOneSource() {
        assertThat(Source.of("2001:db8:1:2:3::4")).isEqualTo(Source.of("2001:db8:1:2:ffff::9"));
        assertThat(Source.of("2001:db8:1:2::4")).isNotEqualTo(Source.of("2001:db8:1:3::4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.org", "localhost", "1", "256.1.1.1", "::g", "192.0.2.1, 192.0.2.2"})
    void refusesWhatIsNotAnAddress(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Source.of(text));
    }
}
