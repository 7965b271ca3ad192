package org.beistand.helpdesk.ticket.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.junit.jupiter.api.Test;

/** The demo company's technicians at work; the master administrator belongs to another company and sees none of it. */
@OnRunningHelpdesk
class TicketsIT {

    private static final String SCRIPT = "<script>alert('x')</script>\\\"onmouseover=alert(1)";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern NUMBER = Pattern.compile("\"number\":\"(INC-[0-9]+)\"");

    private static Visitor maria(Helpdesk helpdesk) {
        return helpdesk.signedIn("maria.lindner", Helpdesk.DEMO_PASSWORD);
    }

    private static String opened(Visitor technician, String csrf, String subject) {
        var requester = first(
                Pattern.compile("\"requester\":\\{[^}]*\"id\":\"([0-9a-f-]{36})\""),
                technician.get("/api/v1/tickets/INC-1005").body());
        var answer = technician.json(
                "POST",
                "/api/v1/tickets",
                "{\"requester\":\"" + requester + "\",\"subject\":\"" + subject + "\",\"description\":\"" + subject
                        + "\"}",
                "X-CSRF-Token",
                csrf);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return first(NUMBER, answer.body());
    }

    @Test
    void listsFiltersAndPagesByCursor(Helpdesk helpdesk) {
        var maria = maria(helpdesk);
        var answer = maria.get("/api/v1/tickets?limit=2&sort=-number");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"next\":\"");
        var cursor = first(Pattern.compile("\"next\":\"([^\"]+)\""), answer.body());
        assertThat(maria.get("/api/v1/tickets?limit=2&sort=-number&cursor=" + cursor)
                        .body())
                .doesNotContain(first(NUMBER, answer.body()));
        assertThat(maria.get("/api/v1/tickets?q=etikettendrucker").body()).contains("INC-1010");
        assertThat(maria.get("/api/v1/tickets?q=%25").body()).contains("\"tickets\":[]");
        assertThat(maria.get("/api/v1/tickets?state=CLOSED&assignee=none").body())
                .contains("\"tickets\":[]");
    }

    @Test
    void refusesWhatItCannotReadByName(Helpdesk helpdesk) {
        var maria = maria(helpdesk);
        for (var query : new String[] {"state=FINE", "sort=colour", "cursor=zzz", "limit=many", "assignee=you"}) {
            var answer = maria.get("/api/v1/tickets?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(422);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void aLostUpdateGetsAConflictAndChangesNothing(Helpdesk helpdesk) {
        var maria = maria(helpdesk);
        var csrf = maria.csrfToken();
        var path = "/api/v1/tickets/" + opened(maria, csrf, "Two at once");
        var tag = maria.get(path).headers().firstValue("ETag").orElseThrow();

        var first = maria.json("PATCH", path, "{\"priority\":\"HIGH\"}", "X-CSRF-Token", csrf, "If-Match", tag);
        var second = maria.json("PATCH", path, "{\"priority\":\"LOW\"}", "X-CSRF-Token", csrf, "If-Match", tag);
        var blind = maria.json("PATCH", path, "{\"priority\":\"LOW\"}", "X-CSRF-Token", csrf);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("urn:beistand:problem:ticket-changed-meanwhile");
        assertThat(blind.statusCode()).isEqualTo(400);
        assertThat(maria.get(path).body()).contains("\"priority\":\"HIGH\"");
        assertThat(maria.get(path + "/history").body()).contains("\"kind\":\"change\"", "\"to\":\"HIGH\"");
    }

    @Test
    void keepsRepliesAndNotesApart(Helpdesk helpdesk) {
        var maria = maria(helpdesk);
        var csrf = maria.csrfToken();
        var path = "/api/v1/tickets/" + opened(maria, csrf, "Apart");
        maria.json("POST", path + "/notes", "{\"text\":\"for colleagues\"}", "X-CSRF-Token", csrf);
        maria.json("POST", path + "/replies", "{\"text\":\"for you\"}", "X-CSRF-Token", csrf);

        assertThat(maria.get(path + "/replies").body()).contains("for you").doesNotContain("for colleagues");
        assertThat(maria.get(path + "/notes").body()).contains("for colleagues").doesNotContain("for you");
    }

    @Test
    void foldsWhatAMailProgramRepeatedAndShowsItsMarkupAsText(Helpdesk helpdesk) {
        var maria = maria(helpdesk);
        var csrf = maria.csrfToken();
        var number = opened(maria, csrf, "Zitat");
        var text = "Neu gestartet.\\n\\nAm 22.11.26 um 10:00 schrieb Anna <b>:\\n> <script>alert(9)</script>\\n> Danke";
        var kept = maria.json(
                "POST", "/api/v1/tickets/" + number + "/notes", "{\"text\":\"" + text + "\"}", "X-CSRF-Token", csrf);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        String page =
                maria.get("/desk/tickets/" + number, "Accept-Language", "de").body();
        assertThat(page)
                .contains(
                        "<details class=\"tk-quoted\">",
                        "Zitierten Text anzeigen",
                        "(3 Zeilen)",
                        ">Neu gestartet.</div>")
                .contains("&gt; &lt;script&gt;alert(9)")
                .doesNotContain("<script>alert(9)");
    }

    @Test
    void rendersScriptsAsText(Helpdesk helpdesk) {
        var maria = maria(helpdesk);
        var csrf = maria.csrfToken();
        var number = opened(maria, csrf, SCRIPT);
        var path = "/api/v1/tickets/" + number;
        for (var kind : new String[] {"notes", "replies"}) {
            var answer = maria.json("POST", path + "/" + kind, "{\"text\":\"" + SCRIPT + "\"}", "X-CSRF-Token", csrf);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
        maria.post(
                path + "/attachments?name=%3Cscript%3Ealert(1)%3C%2Fscript%3E", "text/html", "x", "X-CSRF-Token", csrf);

        for (var page : new String[] {
            "/desk/tickets/" + number, "/desk/?list=all&q=alert", "/desk/?list=all&q=%22%3E%3Cscript%3Ealert('x')"
        }) {
            var answer = maria.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.body())
                    .as(page)
                    .doesNotContain("<script>alert")
                    .doesNotContainPattern("=\"[^\"<>]*&lt;script&gt;[^\"<>]*\"onmouseover");
        }
    }

    @Test
    void anotherCompanysTicketsAreNowhere(Helpdesk helpdesk) {
        var maria = maria(helpdesk);
        var body = maria.get("/api/v1/tickets/INC-1011").body();
        var id = first(ID, body);
        var file = first(ID, maria.get("/api/v1/tickets/INC-1011/attachments").body());
        var stranger = helpdesk.admin();
        var csrf = stranger.csrfToken();

        for (var ticket : new String[] {id, "INC-1011", "INC-99999999", "../me", "x", "%00"}) {
            var path = "/api/v1/tickets/" + ticket.replace("/", "%2F");
            assertThat(stranger.get(path).statusCode()).as(path).isIn(400, 404);
        }
        var path = "/api/v1/tickets/" + id;
        assertThat(stranger.get(path + "/history").statusCode()).isEqualTo(404);
        assertThat(stranger.get(path + "/attachments").statusCode()).isEqualTo(404);
        assertThat(stranger.get(path + "/attachments/" + file).statusCode()).isEqualTo(404);
        assertThat(stranger.json("POST", path + "/notes", "{\"text\":\"x\"}", "X-CSRF-Token", csrf)
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.json("PATCH", path, "{\"version\":0,\"state\":\"OPEN\"}", "X-CSRF-Token", csrf)
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/desk/tickets/INC-1011").statusCode()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/tickets").body()).contains("\"tickets\":[]");
    }

    @Test
    void attachmentsComeBackAsFilesAndNothingElse(Helpdesk helpdesk) {
        var maria = maria(helpdesk);
        var csrf = maria.csrfToken();
        var path = "/api/v1/tickets/" + opened(maria, csrf, "Files") + "/attachments";
        var kept = maria.post(
                path + "?name=..%2F..%2Fetc%2Fcron.d%2Fevil%0D%0ASet-Cookie%3Aa.html",
                "text/html",
                "<html><script>alert(1)</script>",
                "X-CSRF-Token",
                csrf);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);

        var file = maria.get(path + "/" + first(ID, kept.body()));
        assertThat(file.body()).isEqualTo("<html><script>alert(1)</script>");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("evilSet-Cookie_a.html")
                .doesNotContain("..", "etc");
        assertThat(file.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void showsTheDeskInEveryLanguageAndForHugePageNumbers(Helpdesk helpdesk) {
        var maria = maria(helpdesk);
        assertThat(maria.get("/desk/?list=all&page=2147483647", "Accept-Language", "de")
                        .statusCode())
                .isEqualTo(200);
        assertThat(maria.get("/desk/?list=nonsense&state=x&priority=y&channel=z&sort=q&page=-1")
                        .statusCode())
                .isEqualTo(200);
        assertThat(maria.get("/desk/new").statusCode()).isEqualTo(200);
        assertThat(maria.get("/desk/tickets/INC-1005").body()).contains("INC-1005");
    }

    private static String first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }
}
