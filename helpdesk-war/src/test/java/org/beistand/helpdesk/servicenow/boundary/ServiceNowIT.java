package org.beistand.helpdesk.servicenow.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.beistand.helpdesk.testkit.Eventually;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.beistand.servicenow.ServiceNowDouble;
import org.junit.jupiter.api.Test;

/** The demo company connects its ServiceNow, and its technicians work. */
@OnRunningHelpdesk
class ServiceNowIT {

    private static final String API = "/api/v1/integrations/servicenow";
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void whatTechniciansDoIsInTheIncidentOnceAndThePinIsNowhere(Helpdesk helpdesk) throws IOException {
        try (var instance = ServiceNowDouble.start(0, Clock.systemUTC())) {
            var admin = administrator(helpdesk);
            assertThat(connect(admin, instance, true).statusCode()).isEqualTo(200);
            var maria = helpdesk.signedIn("maria.lindner", Helpdesk.DEMO_PASSWORD);
            var csrf = maria.csrfToken();

            maria.json(
                    "POST", "/api/v1/tickets/INC-1005/replies", "{\"text\":\"We look into it\"}", "X-CSRF-Token", csrf);
            maria.json("POST", "/api/v1/tickets/INC-1005/notes", "{\"text\":\"secret thought\"}", "X-CSRF-Token", csrf);
            var opened = maria.json("POST", "/api/v1/tickets/INC-1005/sessions", "", "X-CSRF-Token", csrf);
            String pin = found("\"pin\":\"(\\d+)\"", opened.body());

            Eventually.is(
                    "in ServiceNow",
                    SOON,
                    () -> instance.rows("sys_journal_field").size() >= 3);
            assertThat(instance.rows("incident")).hasSize(1);
            assertThat(texts(instance, "comments"))
                    .singleElement()
                    .asString()
                    .contains("We look into it")
                    .doesNotContain("secret thought");
            assertThat(texts(instance, "work_notes"))
                    .hasSize(2)
                    .anyMatch(text -> text.contains("secret thought"))
                    .anyMatch(text -> text.startsWith("[Beistand session.requested "));
            assertThat(instance.rows("incident") + "" + instance.rows("sys_journal_field"))
                    .doesNotContain(pin);
            assertThat(helpdesk.log())
                    .doesNotContain(pin)
                    .doesNotContain(ServiceNowDouble.PASSWORD)
                    .doesNotContain(ServiceNowDouble.CLIENT_SECRET);
            connect(admin, instance, false);
        }
    }

    @Test
    void pagesStayFastWhileServiceNowHangs(Helpdesk helpdesk) throws IOException {
        try (var instance = ServiceNowDouble.start(0, Clock.systemUTC())) {
            var admin = administrator(helpdesk);
            connect(admin, instance, true);
            instance.answersAfter(Duration.ofSeconds(25));
            var maria = helpdesk.signedIn("maria.lindner", Helpdesk.DEMO_PASSWORD);
            var csrf = maria.csrfToken();
            for (int i = 0; i < 5; i++) {
                var answer = maria.json(
                        "POST", "/api/v1/tickets/INC-1006/notes", "{\"text\":\"note\"}", "X-CSRF-Token", csrf);
                assertThat(answer.statusCode()).isEqualTo(201);
            }
            Eventually.is("somebody hangs", SOON, () -> instance.requests() > 0);
            long begin = System.nanoTime();
            assertThat(maria.get("/desk/").statusCode()).isEqualTo(200);
            // Not a benchmark: a page that waits for ServiceNow would take 25 s.
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
            connect(admin, instance, false);
        }
    }

    @Test
    void theConnectionIsAnAdministratorsAndKeepsItsSecrets(Helpdesk helpdesk) throws IOException {
        var maria = helpdesk.signedIn("maria.lindner", Helpdesk.DEMO_PASSWORD);
        assertThat(maria.get(API).statusCode()).isEqualTo(403);
        assertThat(helpdesk.visitor().get(API).statusCode()).isEqualTo(401);
        var admin = administrator(helpdesk);
        try (var instance = ServiceNowDouble.start(0, Clock.systemUTC())) {
            connect(admin, instance, false);
            assertThat(admin.get(API).body())
                    .contains("\"hasSecret\":true")
                    .doesNotContain(ServiceNowDouble.CLIENT_SECRET);
            var test = admin.json("POST", API + "/test", "", "X-CSRF-Token", admin.csrfToken());
            assertThat(test.body()).contains("\"reached\":true");
        }
        for (String address : List.of(
                "http://intranet.example.com",
                "https://user:pw@example.com",
                "https://x.example.com/api",
                "ftp://x",
                "::")) {
            assertThat(put(admin, address, "", true).statusCode()).as(address).isEqualTo(422);
        }
        assertThat(put(admin, "", "", true).statusCode()).isEqualTo(422);
        assertThat(admin.get(API + "/dry-run?ticket=INC-1005").body()).contains("\"short_description\"");
    }

    private static Visitor administrator(Helpdesk helpdesk) {
        return helpdesk.signedIn("claudia.brandt", Helpdesk.DEMO_PASSWORD);
    }

    private static HttpResponse<String> connect(Visitor admin, ServiceNowDouble instance, boolean enabled) {
        return put(admin, instance.base().toString(), ServiceNowDouble.CLIENT_SECRET, enabled);
    }

    private static HttpResponse<String> put(Visitor admin, String address, String secret, boolean enabled) {
        return admin.json(
                "PUT",
                API,
                "{\"enabled\":" + enabled + ",\"inbound\":false,\"instance\":\"" + address
                        + "\",\"accessKind\":\"CLIENT\",\"userName\":\"" + ServiceNowDouble.USER + "\",\"clientId\":\""
                        + ServiceNowDouble.CLIENT_ID + "\",\"secret\":\"" + secret + "\"}",
                "X-CSRF-Token",
                admin.csrfToken());
    }

    private static List<String> texts(ServiceNowDouble instance, String element) {
        return instance.rows("sys_journal_field").stream()
                .filter(row -> element.equals(row.get("element")))
                .map((Map<String, String> row) -> row.getOrDefault("value", ""))
                .toList();
    }

    private static String found(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
