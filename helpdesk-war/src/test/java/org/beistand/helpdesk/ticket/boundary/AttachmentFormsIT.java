package org.beistand.helpdesk.ticket.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.junit.jupiter.api.Test;

/** Files as a form sends them: to REST, and to the door for browsers without scripts. */
@OnRunningHelpdesk
class AttachmentFormsIT {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final String REST = "/api/v1/tickets/INC-1009/attachments";
    private static final String PAGE = "/desk/attach/INC-1009";
    private static final String FORM = "multipart/form-data; boundary=edge";

    private static Visitor maria(Helpdesk helpdesk) {
        return helpdesk.signedIn("maria.lindner", Helpdesk.DEMO_PASSWORD);
    }

    private static String file(String name, String content) {
        return "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/html\r\n\r\n" + content + "\r\n";
    }

    private static HttpResponse<String> rest(Visitor who, String body) {
        return who.post(REST, FORM, body, "X-CSRF-Token", who.csrfToken());
    }

    @Test
    void aFormsFileComesBackAsItWasWithASafeName(Helpdesk helpdesk) {
        var maria = maria(helpdesk);
        var content = "<script>alert('ä€')</script>\r\n--edg\r\n";
        var kept = rest(
                maria,
                "--edge\r\nContent-Disposition: form-data; name=\"comment\"\r\n\r\nnot a file\r\n"
                        + file("../../etc/Übersicht<script>.html", content) + "--edge--\r\n");
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        assertThat(kept.body()).contains("Übersicht").doesNotContain("..", "etc/");
        var id = ID.matcher(kept.body());
        assertThat(id.find()).isTrue();
        var back = maria.get(REST + "/" + id.group(1));
        assertThat(back.body()).isEqualTo(content);
        assertThat(back.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    }

    @Test
    void aFormWithoutOneFileIsRefused(Helpdesk helpdesk) {
        var maria = maria(helpdesk);
        for (var body : new String[] {
            "",
            "--edge--\r\n",
            "not a form at all",
            file("", "") + "--edge--\r\n",
            file("a.txt", "a") + file("b.txt", "b") + "--edge--\r\n",
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cut.txt\"\r\n\r\nno end"
        }) {
            assertThat(rest(maria, body).statusCode()).as(body).isEqualTo(422);
        }
        assertThat(maria.get(REST).body()).doesNotContain("cut.txt", "a.txt");
    }

    @Test
    void aFileBeyondTheLimitIsRefusedAtBothDoors(Helpdesk helpdesk) {
        var maria = maria(helpdesk);
        var tooLarge = file("large.bin", "x".repeat(105 * 1024 * 1024)) + "--edge--\r\n";
        var slightly = file("larger.bin", "x".repeat(100 * 1024 * 1024 + 1)) + "--edge--\r\n";
        for (var body : new String[] {tooLarge, slightly}) {
            var answer = rest(maria, body);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("attachment-too-large");
            assertThat(maria.post(PAGE, FORM, body)
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .endsWith("/desk/tickets/INC-1009?refused=attachment-too-large");
        }
        assertThat(maria.get(REST).body()).doesNotContain("large");
        assertThat(maria.get("/desk/tickets/INC-1009?refused=attachment-too-large", "Accept-Language", "de")
                        .body())
                .contains("100 MB");
        assertThat(maria.get("/desk/tickets/INC-1009?refused=%3Cscript%3Ealert(7)")
                        .body())
                .doesNotContain("<script>alert(7)");
    }

    @Test
    void aBrowserWithoutScriptsAttachesAndComesBackToTheTicket(Helpdesk helpdesk) {
        var maria = maria(helpdesk);
        assertThat(maria.get("/desk/tickets/INC-1009").body()).contains("action=\"" + PAGE + "\"");
        var answer = maria.post(PAGE, FORM, file("one.txt", "1") + file("two.txt", "2") + "--edge--\r\n");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/desk/tickets/INC-1009");
        assertThat(maria.get(REST).body()).contains("one.txt", "two.txt");
    }

    @Test
    void theDoorIsForTheCompanysTechniciansAndTheirOwnPagesOnly(Helpdesk helpdesk) {
        var body = file("evil.txt", "x") + "--edge--\r\n";
        assertThat(helpdesk.visitor().post(PAGE, FORM, body).statusCode()).isEqualTo(302);
        assertThat(maria(helpdesk)
                        .post(PAGE, FORM, body, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        var back = helpdesk.admin().post(PAGE, FORM, body);
        assertThat(back.headers().firstValue("Location").orElse("")).contains("refused=not-found");
        assertThat(helpdesk.admin().get("/desk/tickets/INC-1009").statusCode()).isEqualTo(404);
        assertThat(maria(helpdesk).post("/desk/attach/..%2f..%2fx", FORM, body).statusCode())
                .isBetween(400, 404);
        assertThat(maria(helpdesk).post(REST, FORM, body).statusCode())
                .as("no CSRF header")
                .isEqualTo(403);
        assertThat(maria(helpdesk).get(REST).body()).doesNotContain("evil.txt");
    }
}
