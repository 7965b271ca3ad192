package org.beistand.helpdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.junit.jupiter.api.Test;

/** What a request leaves behind: log lines that say which request, session and ticket; audit lines that say from where. */
@OnRunningHelpdesk
class TracesIT {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    @Test
    void eachStepOfASessionIsALineWithRequestSessionAndTicket(Helpdesk helpdesk) {
        Visitor maria = helpdesk.signedIn("maria.lindner", Helpdesk.DEMO_PASSWORD);
        var opened = maria.json(
                "POST",
                "/api/v1/tickets/INC-1004/sessions",
                "",
                "X-CSRF-Token",
                maria.csrfToken(),
                "X-Correlation-Id",
                "traces-it-open");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        var id = ID.matcher(opened.body());
        assertThat(id.find()).isTrue();

        maria.json(
                "POST",
                "/api/v1/sessions/" + id.group(1) + "/end",
                "",
                "X-CSRF-Token",
                maria.csrfToken(),
                "X-Correlation-Id",
                "traces-it-end");

        var keys = " session=\"" + id.group(1) + "\" ticket=\"INC-1004\" message=";
        assertThat(helpdesk.log())
                .contains("correlation=\"traces-it-open\"" + keys + "\"session.requested\"")
                .contains("correlation=\"traces-it-end\"" + keys + "\"session.ended\"")
                .doesNotContain("NoCompanyException");
    }

    @Test
    void everyAuditLineSaysWhereItsRequestCameFrom(Helpdesk helpdesk) {
        Visitor admin = helpdesk.signedIn("stefan.vogt", Helpdesk.DEMO_PASSWORD);
        admin.submit(
                "/admin/channels",
                "channel",
                Map.of("channel:name", "Traces", "channel:kind", "PORTAL", "channel:open", ""),
                "X-Forwarded-For",
                "203.0.113.91");

        assertThat(admin.get("/admin/audit").body()).contains("channel.opened", "203.0.113.91");
    }

    @Test
    void errorPagesWearTheCompanyThatWasAskedFor(Helpdesk helpdesk) {
        for (String path : new String[] {"/c/demo/nowhere", "/c/demo/join/AAAA"}) {
            var answer = helpdesk.visitor().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).contains("IT-Service-Center");
        }
        assertThat(helpdesk.visitor().get("/c/nobody/").body()).doesNotContain("IT-Service-Center");
        var forbidden =
                helpdesk.signedIn("maria.lindner", Helpdesk.DEMO_PASSWORD).get("/admin/people");
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(forbidden.body()).contains("IT-Service-Center");
    }
}
