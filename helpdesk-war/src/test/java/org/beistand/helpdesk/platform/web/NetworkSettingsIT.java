package org.beistand.helpdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.junit.jupiter.api.Test;

/** The two settings that name networks, with something in them. */
class NetworkSettingsIT {

    private static final String FORWARDED = "X-Forwarded-For";

    @Test
    void namedProxiesAreBelievedAndNamedReadersSeeTheFigures() throws IOException {
        try (var helpdesk = Helpdesk.start(List.of(
                "BEISTAND_TRUSTED_PROXIES=10.20.0.0/16, 2001:db8:7::1", "BEISTAND_METRICS_READERS=192.0.2.0/28"))) {
            Visitor visitor = helpdesk.visitor();
            assertThat(source(helpdesk, "198.51.100.7, 10.20.3.4")).isEqualTo("198.51.100.7");
            assertThat(source(helpdesk, "198.51.100.8, 2001:db8:7::1, 10.20.3.4"))
                    .isEqualTo("198.51.100.8");
            assertThat(source(helpdesk, "198.51.100.9, 10.21.3.4")).isEqualTo("10.21.3.4");

            assertThat(visitor.get("/metrics").statusCode()).isEqualTo(200);
            assertThat(visitor.get("/metrics", FORWARDED, "192.0.2.5, 10.20.3.4")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(visitor.get("/metrics", FORWARDED, "192.0.2.16").statusCode())
                    .isEqualTo(404);
            assertThat(visitor.get("/metrics", FORWARDED, "192.0.2.5, 10.21.3.4")
                            .statusCode())
                    .as("a stranger's proxy may say what it likes")
                    .isEqualTo(404);
        }
    }

    @Test
    void aSettingThatNamesNoNetworkIsSaidInOneLineAtTheStart() {
        for (String setting : List.of("BEISTAND_TRUSTED_PROXIES", "BEISTAND_METRICS_READERS")) {
            assertThatThrownBy(() -> Helpdesk.start(List.of(setting + "=10.0.0.0/8, proxy.example.org"))
                            .close())
                    .hasMessageContaining(setting)
                    .hasMessageContaining("proxy.example.org");
        }
    }

    /** Where the audit says that a failed login came from. */
    private static String source(Helpdesk helpdesk, String chain) {
        helpdesk.visitor().trySignIn("claudia.brandt", "wrong", FORWARDED, chain);
        var audit = helpdesk.signedIn("stefan.vogt", Helpdesk.DEMO_PASSWORD)
                .get("/admin/audit")
                .body();
        return audit.lines()
                .filter(line -> line.contains("login.failed"))
                .findFirst()
                .map(line -> line.replaceAll("(?s).*<td class=\"mono\">([^<]*)</td></tr>.*", "$1"))
                .orElse("");
    }
}
