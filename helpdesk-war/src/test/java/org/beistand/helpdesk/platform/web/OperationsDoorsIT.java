package org.beistand.helpdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.junit.jupiter.api.Test;

/** What operators' addresses tell strangers. */
@OnRunningHelpdesk
class OperationsDoorsIT {

    @Test
    void metricsAreForThisMachineOnly(Helpdesk helpdesk) {
        var here = helpdesk.visitor().get("/metrics");
        assertThat(here.statusCode()).isEqualTo(200);
        assertThat(here.body()).contains("# TYPE");
        for (String path : List.of(
                "/metrics",
                "/metrics/",
                "/metrics/base",
                "/./metrics",
                "/x/../metrics",
                "/metrics;x=y",
                "/%6detrics")) {
            var outside = helpdesk.visitor().get(path, "X-Forwarded-For", "203.0.113.9");
            assertThat(outside.statusCode()).as(path).isBetween(400, 404);
            assertThat(outside.body()).as(path).doesNotContain("# TYPE");
        }
    }

    @Test
    void aProxyThatDoesNotSayWhoCallsIsNotTakenForThisMachine(Helpdesk helpdesk) {
        for (String header : List.of("X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via", "X-Forwarded-Host")) {
            assertThat(helpdesk.visitor().get("/metrics", header, "127.0.0.1").statusCode())
                    .as(header)
                    .isEqualTo(404);
        }
        assertThat(helpdesk.visitor()
                        .get("/metrics", "X-Forwarded-For", "127.0.0.1")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void healthIsOpenAndTellsNoDetails(Helpdesk helpdesk) {
        var answer = helpdesk.visitor().get("/health/ready", "X-Forwarded-For", "203.0.113.9");
        assertThat(answer.statusCode())
                .as("no relay here, unless a test registered one")
                .isIn(200, 503);
        assertThat(answer.body()).contains("\"database\"", "\"relay\"").doesNotContain("jdbc", "living", "Exception");
        assertThat(helpdesk.visitor().get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void theDescriptionTellsOfEveryResource(Helpdesk helpdesk) {
        var answer = helpdesk.visitor().get("/openapi", "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"info\"")
                .contains(
                        "\"/api/v1/tickets\"",
                        "\"/api/v1/tickets/{ticket}/attachments/{attachment}\"",
                        "\"/api/v1/tickets/{ticket}/sessions\"",
                        "\"/api/v1/sessions/{id}\"",
                        "\"/api/v1/channels\"",
                        "\"/api/v1/technicians\"",
                        "\"/api/v1/tokens\"",
                        "\"/api/v1/me\"");
    }
}
