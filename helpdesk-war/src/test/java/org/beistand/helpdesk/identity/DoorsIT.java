package org.beistand.helpdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.junit.jupiter.api.Test;

/** Hostile tries at the doors of identity and administration. */
@OnRunningHelpdesk
class DoorsIT {

    private static final String CHANNEL = "{\"name\":\"%s\",\"kind\":\"PHONE\",\"description\":\"\"}";

    @Test
    void aBrowserCallWithoutTheCsrfHeaderChangesNothing(Helpdesk helpdesk) {
        Visitor admin = helpdesk.admin();
        assertThat(admin.json("POST", "/api/v1/channels", CHANNEL.formatted("forged"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.json("POST", "/api/v1/channels", CHANNEL.formatted("forged"), "X-CSRF-Token", "guess")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.get("/api/v1/channels").body()).doesNotContain("forged");
    }

    @Test
    void aPageOfAnotherOriginCausesNothing(Helpdesk helpdesk) {
        Visitor admin = helpdesk.admin();
        assertThat(admin.form("/logout", Map.of(), "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.form("/logout", Map.of(), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.get("/desk/").statusCode()).isEqualTo(200);
    }

    @Test
    void aTechnicianDoesNotAdminister(Helpdesk helpdesk) {
        Visitor maria = helpdesk.signedIn("maria.lindner", Helpdesk.DEMO_PASSWORD);
        assertThat(maria.get("/admin/").statusCode()).isEqualTo(403);
        assertThat(maria.get("/admin/people.xhtml").statusCode()).isEqualTo(403);
        assertThat(maria.get("/admin/guide?name=servicenow").statusCode()).isEqualTo(403);
        assertThat(maria.get("/api/v1/tokens").statusCode()).isEqualTo(403);
    }

    @Test
    void administratorsReadTheGuides(Helpdesk helpdesk) {
        Visitor demo = helpdesk.signedIn("stefan.vogt", Helpdesk.DEMO_PASSWORD);
        assertThat(demo.get("/admin/guide?name=servicenow").body()).contains("Connecting ServiceNow", "<table>");
        assertThat(demo.get("/admin/guide?name=../web.xml").statusCode()).isEqualTo(404);
        assertThat(demo.get("/admin/guide").statusCode()).isEqualTo(404);
    }

    @Test
    void anotherCompanysPeopleDoNotExist(Helpdesk helpdesk) {
        Visitor demo = helpdesk.signedIn("stefan.vogt", Helpdesk.DEMO_PASSWORD);
        String masterId = find(
                "\"accountId\":\"([^\"]+)\"", helpdesk.admin().get("/api/v1/me").body());
        assertThat(demo.get("/api/v1/technicians/" + masterId).statusCode()).isEqualTo(404);
        assertThat(demo.get("/admin/person?id=" + masterId).statusCode()).isEqualTo(404);
        assertThat(demo.get("/api/v1/technicians").body()).doesNotContain(masterId);
    }

    @Test
    void aTokenDoesWhatItsScopesSayUntilItIsRevoked(Helpdesk helpdesk) {
        Visitor admin = helpdesk.admin();
        HttpResponse<String> made = admin.json(
                "POST",
                "/api/v1/tokens",
                "{\"name\":\"reader\",\"scopes\":[\"tickets:read\"],\"days\":1}",
                "X-CSRF-Token",
                admin.csrfToken());
        assertThat(made.statusCode()).isEqualTo(201);
        String token = find("\"token\":\"(bst_[^\"]+)\"", made.body());
        String id = find("\"id\":\"([^\"]+)\"", made.body());
        String bearer = "Bearer " + token;

        Visitor program = helpdesk.visitor();
        assertThat(program.get("/api/v1/me", "Authorization", bearer).statusCode())
                .isEqualTo(200);
        assertThat(program.get("/api/v1/tokens", "Authorization", bearer).statusCode())
                .isEqualTo(403);
        assertThat(program.get("/desk/", "Authorization", bearer).statusCode()).isEqualTo(302);
        assertThat(program.get("/api/v1/me", "Authorization", bearer + "x").statusCode())
                .isEqualTo(401);
        assertThat(program.get("/api/v1/me", "Authorization", "Bearer bst_" + "A".repeat(43))
                        .statusCode())
                .isEqualTo(401);

        assertThat(helpdesk.signedIn("stefan.vogt", Helpdesk.DEMO_PASSWORD)
                        .get("/api/v1/tokens")
                        .body())
                .doesNotContain(id);
        assertThat(admin.json("DELETE", "/api/v1/tokens/" + id, "", "X-CSRF-Token", admin.csrfToken())
                        .statusCode())
                .isEqualTo(204);
        assertThat(program.get("/api/v1/me", "Authorization", bearer).statusCode())
                .isEqualTo(401);
        assertThat(helpdesk.log()).doesNotContain(token);
    }

    @Test
    void oversizedAndDeepAndBrokenBodiesAreRefusedWithAProblem(Helpdesk helpdesk) {
        Visitor admin = helpdesk.admin();
        String csrf = admin.csrfToken();
        assertProblem(post(admin, csrf, CHANNEL.formatted("x".repeat(2 << 20))), 413);
        assertProblem(post(admin, csrf, "[".repeat(10_000)), 400);
        assertProblem(post(admin, csrf, "{\"name\":"), 400);
        assertProblem(post(admin, csrf, CHANNEL.formatted("")), 422);
        assertProblem(post(admin, csrf, CHANNEL.formatted("y".repeat(101))), 422);
        assertProblem(post(admin, csrf, "{\"name\":\"z\",\"kind\":\"SPELL\"}"), 400);
    }

    @Test
    void scriptInAFieldStaysText(Helpdesk helpdesk) {
        Visitor admin = helpdesk.admin();
        String script = "<script>alert(1)</script>" + helpdesk.base().getPort();
        assertThat(post(admin, admin.csrfToken(), CHANNEL.formatted(script)).statusCode())
                .isEqualTo(201);
        assertThat(admin.get("/admin/channels").body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void theLoginPageSendsNobodyElsewhere(Helpdesk helpdesk) {
        Visitor visitor = helpdesk.visitor();
        for (String back : new String[] {"https://evil.example/", "//evil.example", "/desk/\r\nX: y", "/desk/../c/x"}) {
            String query = "/login?back=" + java.net.URLEncoder.encode(back, java.nio.charset.StandardCharsets.UTF_8);
            var answer = visitor.submit(
                    query,
                    "login",
                    Map.of(
                            "back",
                            back,
                            "login:name",
                            "admin",
                            "login:password",
                            Helpdesk.ADMIN_PASSWORD,
                            "login:enter",
                            ""));
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .doesNotContain("evil")
                    .doesNotContain("..");
        }
    }

    @Test
    void thePageOneWantedComesAfterTheLogin(Helpdesk helpdesk) {
        assertThat(helpdesk.visitor()
                        .get("/login?back=%2Fdesk%2Ftickets%2FINC-1001%3Flist%3Dall")
                        .body())
                .contains("name=\"back\" value=\"/desk/tickets/INC-1001?list=all\"");
    }

    @Test
    void aPageWhoseSessionHasEndedIsToldInItsScriptsWords(Helpdesk helpdesk) {
        var answer = helpdesk.visitor()
                .form(
                        "/desk/ticket.xhtml",
                        Map.of("jakarta.faces.partial.ajax", "true"),
                        "Faces-Request",
                        "partial/ajax",
                        "Referer",
                        helpdesk.base() + "/desk/tickets/INC-1001?list=all&q=%22%3E");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        assertThat(answer.body())
                .contains("<partial-response><redirect url=\"/login?back="
                        + "%2Fdesk%2Ftickets%2FINC-1001%3Flist%3Dall%26q%3D%2522%253E\">");
    }

    @Test
    void aSessionIdPlantedBeforehandIsWorthNothing(Helpdesk helpdesk) {
        var answer = helpdesk.visitor().get("/login", "Cookie", "beistand=0123456789abcdef0123456789ab");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .doesNotContain("0123456789abcdef")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax");
    }

    @Test
    void headersCannotBeSplitByACorrelationId(Helpdesk helpdesk) {
        var answer = helpdesk.visitor().get("/login", "X-Correlation-Id", "abc def<script>");
        assertThat(answer.headers().firstValue("X-Correlation-Id").orElse("")).matches("[0-9a-f-]{36}");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'")
                .contains("script-src 'self' 'nonce-")
                .doesNotContain("unsafe-eval");
    }

    @Test
    void whatDoesNotExistHasAPageInTheHouseStyle(Helpdesk helpdesk) {
        for (String path :
                new String[] {"/nothing", "/c/nobody/", "/WEB-INF/web.xml", "/c/..%2f..%2fWEB-INF/web.xml"}) {
            var answer = helpdesk.visitor().get(path);
            assertThat(answer.statusCode()).as(path).isBetween(400, 404);
            assertThat(answer.body()).as(path).doesNotContain("<web-app").doesNotContain("Exception");
        }
    }

    @Test
    void noPasswordIsEverLogged(Helpdesk helpdesk) {
        helpdesk.visitor().trySignIn("admin", "a-wrong-password-of-mine");
        assertThat(helpdesk.log())
                .doesNotContain("a-wrong-password-of-mine")
                .doesNotContain(Helpdesk.ADMIN_PASSWORD)
                .doesNotContain(Helpdesk.DEMO_PASSWORD);
    }

    private static HttpResponse<String> post(Visitor admin, String csrf, String body) {
        return admin.json("POST", "/api/v1/channels", body, "X-CSRF-Token", csrf);
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"correlationId\"").doesNotContain("Exception");
    }

    private static String find(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }
}
