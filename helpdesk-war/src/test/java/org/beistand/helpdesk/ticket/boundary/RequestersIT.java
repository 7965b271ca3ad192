package org.beistand.helpdesk.ticket.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.junit.jupiter.api.Test;

/** Correcting who asks for help, by page and by REST. The demo's INC-1010 is Mehmet Yılmaz's. */
@OnRunningHelpdesk
class RequestersIT {

    private static final String PATH = "/api/v1/tickets/INC-1010/requester";

    private static Visitor maria(Helpdesk helpdesk) {
        return helpdesk.signedIn("maria.lindner", Helpdesk.DEMO_PASSWORD);
    }

    @Test
    void aCorrectionIsFoundAndStandsInTheAudit(Helpdesk helpdesk) {
        var maria = maria(helpdesk);
        var answer = maria.json(
                "PATCH",
                PATH,
                "{\"name\":\"Prof. Petra <b>Kühnemann</b>\"}",
                "X-CSRF-Token",
                maria.csrfToken(),
                "X-Forwarded-For",
                "203.0.113.55");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("Kühnemann", "\"email\":\"");

        assertThat(maria.get("/api/v1/tickets?q=kuehnemann").body()).contains("INC-1010");
        assertThat(maria.get("/desk/tickets/INC-1010").body()).doesNotContain("<b>Kühnemann");
        var audit = helpdesk.signedIn("stefan.vogt", Helpdesk.DEMO_PASSWORD)
                .get("/admin/audit")
                .body();
        assertThat(audit).contains("requester.changed", "203.0.113.55").doesNotContain("<b>Kühnemann");

        maria.submit(
                "/desk/ticket.xhtml?number=INC-1010",
                "ticket",
                Map.of(
                        "ticket:requesterName",
                        "Mehmet Yılmaz",
                        "ticket:requesterEmail",
                        "mehmet.yilmaz@demo.example",
                        "ticket:correct",
                        "ticket:correct"));
        assertThat(maria.get("/api/v1/tickets/INC-1010").body()).contains("Mehmet Yılmaz");
    }

    @Test
    void refusesWhatIsNoNameNoAddressNotAllowedOrNotTheirs(Helpdesk helpdesk) {
        var maria = maria(helpdesk);
        var csrf = maria.csrfToken();
        for (var body : new String[] {
            "{\"name\":\" \"}",
            "{\"name\":\"" + "x".repeat(201) + "\"}",
            "{\"email\":\"nobody\"}",
            "{\"email\":\"a@b\\nc\"}",
            "{\"verified\":true}",
            "{\"name\":7}"
        }) {
            assertThat(maria.json("PATCH", PATH, body, "X-CSRF-Token", csrf).statusCode())
                    .as(body)
                    .isEqualTo(422);
        }
        assertThat(maria.json("PATCH", PATH, "{}").statusCode()).as("no token").isEqualTo(403);
        assertThat(helpdesk.visitor().json("PATCH", PATH, "{}").statusCode()).isEqualTo(401);
        var admin = helpdesk.admin();
        assertThat(admin.json("PATCH", PATH, "{\"name\":\"Mine\"}", "X-CSRF-Token", admin.csrfToken())
                        .statusCode())
                .as("another company's")
                .isEqualTo(404);
        var taken = maria.json("PATCH", PATH, "{\"email\":\"lukas.hoffmann@demo.example\"}", "X-CSRF-Token", csrf);
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("urn:beistand:problem:requester-known");
    }
}
