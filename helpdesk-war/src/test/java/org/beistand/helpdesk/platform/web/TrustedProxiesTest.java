package org.beistand.helpdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private static final String LOOPBACK = "127.0.0.1";
    private final TrustedProxies onlyThisMachine = TrustedProxies.of("");
    private final TrustedProxies withTwoProxies = TrustedProxies.of("10.0.0.7, 2001:db8:aa::/48");

    @Test
    void believesAProxyOnThisMachine() {
        assertThat(onlyThisMachine.origin(LOOPBACK, List.of("192.0.2.1"))).isEqualTo("192.0.2.1");
        assertThat(onlyThisMachine.origin("0:0:0:0:0:0:0:1", List.of("192.0.2.1")))
                .isEqualTo("192.0.2.1");
    }

    @Test
    void believesNobodyElse() {
        assertThat(onlyThisMachine.origin("198.51.100.9", List.of("192.0.2.1"))).isEqualTo("198.51.100.9");
        assertThat(withTwoProxies.origin("10.0.0.8", List.of("192.0.2.1"))).isEqualTo("10.0.0.8");
    }

    @Test
    void aForgedStartOfTheChainChangesNothing() {
        assertThat(onlyThisMachine.origin(LOOPBACK, List.of("203.0.113.5, 127.0.0.1, 192.0.2.1")))
                .isEqualTo("192.0.2.1");
        assertThat(onlyThisMachine.origin(LOOPBACK, List.of("203.0.113.5", "192.0.2.1")))
                .isEqualTo("192.0.2.1");
    }

    @Test
    void looksThroughAChainOfItsOwnProxies() {
        assertThat(withTwoProxies.origin(LOOPBACK, List.of("203.0.113.5, 192.0.2.1, 2001:db8:aa:1::5, 10.0.0.7")))
                .isEqualTo("192.0.2.1");
        assertThat(withTwoProxies.origin("10.0.0.7", List.of())).isEqualTo("10.0.0.7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",", "unknown", "example.org", "dead.beef", "1.2.3.4.5", "999.1.1.1", "<script>", "::g"})
    void whatIsNoAddressEndsTheChain(String hop) {
        assertThat(withTwoProxies.origin(LOOPBACK, List.of("192.0.2.1," + hop))).isEqualTo(LOOPBACK);
        assertThat(withTwoProxies.origin(LOOPBACK, List.of("192.0.2.1," + hop + ",10.0.0.7")))
                .isEqualTo("10.0.0.7");
    }

    @Test
    void toleratesPortsAndWaysOfWriting() {
        assertThat(onlyThisMachine.origin(LOOPBACK, List.of(" 192.0.2.1:4711 ")))
                .isEqualTo("192.0.2.1");
        assertThat(onlyThisMachine.origin(LOOPBACK, List.of("[2001:db8::1]:4711")))
                .isEqualTo("2001:db8:0:0:0:0:0:1");
        assertThat(onlyThisMachine.origin(LOOPBACK, List.of("::ffff:192.0.2.1")))
                .isEqualTo("192.0.2.1");
    }

    @Test
    void anEndlessChainIsNotFollowed() {
        String chain = "192.0.2.1" + ",127.0.0.1".repeat(5_000);
        assertThat(onlyThisMachine.origin(LOOPBACK, List.of(chain))).isEqualTo(LOOPBACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/", "10.0.0", "::1/129"})
    void aSettingThatIsNoAddressIsRefused(String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustedProxies.of("10.0.0.1," + setting))
                .withMessage(setting);
    }
}
