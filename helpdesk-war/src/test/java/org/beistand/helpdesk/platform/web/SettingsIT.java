package org.beistand.helpdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.junit.jupiter.api.Test;

class SettingsIT {

    @Test
    void aProxyThatIsNoAddressStopsTheStartWithOneLine() {
        assertThatThrownBy(() -> Helpdesk.start(List.of("BEISTAND_TRUSTED_PROXIES=10.0.0.1,proxy.example.org")))
                .isInstanceOf(Helpdesk.CannotStart.class)
                .hasMessageContaining("BEISTAND_TRUSTED_PROXIES")
                .hasMessageContaining("proxy.example.org");
    }
}
