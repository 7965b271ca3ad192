package org.beistand.engine.relay.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeerAddressTest {

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static InetAddress seen(String remote, String... forwarded) {
        return PeerAddress.of(address(remote), List.of(forwarded));
    }

    @Test
    void theProxyOnThisMachineIsBelievedInWhatItSaysLast() {
        assertThat(seen("127.0.0.1", "203.0.113.7")).isEqualTo(address("203.0.113.7"));
        assertThat(seen("::1", "198.51.100.1, 203.0.113.7")).isEqualTo(address("203.0.113.7"));
        assertThat(seen("127.0.0.1", "2001:db8::7")).isEqualTo(address("2001:db8::7"));
    }

    @Test
    void aLineThatTheCallerSentBeforeTheProxysOwnIsHearsay() {
        assertThat(seen("127.0.0.1", "198.51.100.1", "203.0.113.7")).isEqualTo(address("203.0.113.7"));
    }

    @Test
    void nobodyElseIsBelieved() {
        assertThat(seen("192.0.2.9", "203.0.113.7")).isEqualTo(address("192.0.2.9"));
        assertThat(seen("10.0.0.5", "127.0.0.1")).isEqualTo(address("10.0.0.5"));
    }

    @Test
    void whatIsNoAddressIsTheProxyItself() {
        for (String nonsense :
                new String[] {"", "unknown", "proxy.example.org", "203.0.113.7:8080", "999.1.1.1", ","}) {
            assertThat(seen("127.0.0.1", nonsense)).as(nonsense).isEqualTo(address("127.0.0.1"));
        }
        assertThat(seen("127.0.0.1")).isEqualTo(address("127.0.0.1"));
    }
}
