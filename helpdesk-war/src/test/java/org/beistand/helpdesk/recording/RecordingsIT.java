package org.beistand.helpdesk.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.beistand.helpdesk.recording.Recorder.base64;
import static org.beistand.helpdesk.recording.Recorder.claudia;
import static org.beistand.helpdesk.recording.Recorder.decide;
import static org.beistand.helpdesk.recording.Recorder.find;
import static org.beistand.helpdesk.recording.Recorder.makeKey;
import static org.beistand.helpdesk.recording.Recorder.tape;
import static org.beistand.helpdesk.session.boundary.DemoSessions.appletToken;
import static org.beistand.helpdesk.session.boundary.DemoSessions.maria;
import static org.beistand.helpdesk.session.boundary.DemoSessions.open;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.junit.jupiter.api.Test;

/** Sessions are recorded when the company says so, and administrators see what was. */
@OnRunningHelpdesk
class RecordingsIT {

    @Test
    void nothingIsRecordedBeforeThereIsAKeyAndSomebodyDecides(Helpdesk helpdesk) throws IOException {
        Visitor admin = helpdesk.admin();
        assertThat(admin.get("/admin/recordings", "Accept-Language", "de").body())
                .contains("Nie: Niemand wird gefragt", "Es gibt noch keinen Schlüssel", "id=\"recording-key\"")
                .contains("data-keys-url=\"/api/v1/recording/keys\"", "app/recording/key.js");
        assertThat(decide(admin, "ALWAYS", "30").body())
                .contains("Please make a key first")
                .contains("value=\"30\"");
        for (String days : List.of("0", "3651", "soon", "")) {
            assertThat(decide(admin, "NEVER", days).statusCode()).as(days).isEqualTo(200);
        }
        assertThat(decide(admin, "SOMETIMES", "30").statusCode()).isEqualTo(200);
        assertThat(decide(admin, "NEVER", "3650").statusCode()).isEqualTo(302);
        assertThat(admin.get("/admin/audit").body()).contains("recording.configured", "kept for 3650 days");

        String foreign = makeKey(admin, 5);
        assertThat(decide(admin, "ALWAYS", "30").statusCode()).isEqualTo(302);
        Visitor claudia = claudia(helpdesk);
        makeKey(claudia, 6);
        decide(claudia, "ALWAYS", "90");
        var session = open(maria(helpdesk));
        appletToken(helpdesk, session);
        assertThat(new Recorder(helpdesk)
                        .announce(tape(UUID.randomUUID(), session.id(), foreign))
                        .statusCode())
                .as("a key of another company is none")
                .isEqualTo(400);
    }

    @Test
    void onlyAdministratorsMakeKeysAndOnlyUsableOnes(Helpdesk helpdesk) {
        Visitor claudia = claudia(helpdesk);
        Visitor maria = maria(helpdesk);
        String good = Recorder.key(1);
        assertThat(helpdesk.visitor().json("POST", Recorder.KEYS, good).statusCode())
                .isEqualTo(401);
        assertThat(maria.json("POST", Recorder.KEYS, good, "X-CSRF-Token", maria.csrfToken())
                        .statusCode())
                .isEqualTo(403);
        assertThat(claudia.json("POST", Recorder.KEYS, good).statusCode())
                .as("without the header that pages send")
                .isEqualTo(403);
        assertThat(maria.get("/admin/recordings").statusCode()).isEqualTo(403);

        for (String bad : List.of(
                good.replace("600000", "599999"),
                good.replace("600000", "10000001"),
                good.replace(base64(1, 32), base64(1, 31)),
                good.replace(base64(1, 32), base64(1, 33)),
                good.replace(base64(1, 16), base64(1, 15)),
                good.replace(base64(2, 12), "no+base64/at=all"),
                good.replace(base64(3, 64), base64(3, 16)),
                good.replace(base64(3, 64), base64(3, 513)),
                good.replace("\"salt\":", "\"sugar\":"))) {
            assertThat(claudia.json("POST", Recorder.KEYS, bad, "X-CSRF-Token", claudia.csrfToken())
                            .statusCode())
                    .as(bad)
                    .isEqualTo(422);
        }

        String key = makeKey(claudia, 7);
        assertThat(claudia.get("/admin/recordings").body()).contains("<code>" + key.substring(0, 8) + "</code>");
        assertThat(claudia.get("/admin/audit").body()).contains("recording.key_created", key);
    }

    @Test
    void anAppletIsToldTheTermsUnlessTheCompanyNeverRecords(Helpdesk helpdesk) throws IOException {
        var recorder = new Recorder(helpdesk);
        Visitor claudia = claudia(helpdesk);
        Visitor maria = maria(helpdesk);
        var session = open(maria);
        String token = appletToken(helpdesk, session);
        String key = makeKey(claudia, 9);

        for (String mode : List.of("ON_REQUEST", "ALWAYS")) {
            assertThat(decide(claudia, mode, "90").statusCode()).isEqualTo(302);
            assertThat(admission(helpdesk, token))
                    .contains("\"recording\":", "\"mode\":\"" + mode + "\"", "\"keyId\":\"" + key + "\"")
                    .contains("\"publicKey\":\"" + base64(9, 32) + "\"");
            assertThat(rights(maria, session.id())).contains("\"record\"");
        }
        var kept = UUID.randomUUID();
        assertThat(recorder.announce(tape(kept, session.id(), key)).statusCode())
                .isEqualTo(204);

        assertThat(decide(claudia, "NEVER", "90").statusCode()).isEqualTo(302);
        assertThat(admission(helpdesk, token)).doesNotContain("publicKey", "ALWAYS");
        assertThat(rights(maria, session.id())).doesNotContain("\"record\"");
        assertThat(recorder.announce(tape(UUID.randomUUID(), session.id(), key)).statusCode())
                .as("what the customer was told holds to the session's end")
                .isEqualTo(204);
        assertThat(recorder.deliver(kept, "?offset=0&whole=true", "what had begun".getBytes(UTF_8))
                        .body())
                .isEqualTo("{\"bytes\":14}");
    }

    @Test
    void administratorsFindAndLoadWhatWasRecordedAndNobodyElseDoes(Helpdesk helpdesk) throws IOException {
        var recorder = new Recorder(helpdesk);
        Visitor claudia = claudia(helpdesk);
        Visitor maria = maria(helpdesk);
        var session = open(maria);
        String applet = appletToken(helpdesk, session);
        String key = makeKey(claudia, 11);
        decide(claudia, "ON_REQUEST", "90");
        String door = "/api/v1/sessions/" + session.id() + "/recording";
        String page = "/desk/recording/" + session.id();
        assertThat(claudia.get(door).statusCode()).as("nothing yet").isEqualTo(404);
        assertThat(claudia.get(page).statusCode()).as("nothing yet").isEqualTo(404);

        var tape = UUID.randomUUID();
        var empty = UUID.randomUUID();
        recorder.announce(tape(tape, session.id(), key));
        recorder.announce(tape(empty, session.id(), key));
        recorder.deliver(tape, "?offset=0&whole=true", "sealed \u0000 bytes".getBytes(UTF_8));

        assertThat(claudia.get(door).body())
                .contains("\"sessionId\":\"" + session.id() + "\"", "\"ticketNumber\":\"INC-1005\"", "\"endedAt\":null")
                .contains(
                        "\"technician\":\"Maria <Lindner>\"", "\"technicianId\":", "\"bytes\":14", "\"complete\":true")
                .contains("\"encapsulation\":\"" + base64(4, 32) + "\"", "\"sealedKeys\":\"" + base64(5, 80) + "\"")
                .contains("\"publicKey\":\"" + base64(11, 32) + "\"", "\"iterations\":600000")
                .containsOnlyOnce("\"sealedSecret\"");
        var loaded = claudia.download(door + "/" + tape);
        assertThat(loaded.body()).isEqualTo("sealed \u0000 bytes".getBytes(UTF_8));
        assertThat(loaded.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(loaded.headers().firstValue("Content-Length")).contains("14");
        assertThat(loaded.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(claudia.download(door + "/" + empty).body()).isEmpty();
        assertThat(claudia.get("/admin/audit").body()).contains("recording.viewed", "tape " + tape, session.id());

        Visitor foreign = helpdesk.admin();
        Visitor stranger = helpdesk.visitor();
        for (String path : List.of(door, door + "/" + tape)) {
            assertThat(maria.get(path).statusCode()).as("technician").isEqualTo(403);
            assertThat(foreign.get(path).statusCode()).as("another company").isEqualTo(404);
            assertThat(stranger.get(path).statusCode()).as("nobody").isEqualTo(401);
        }
        var another = open(maria);
        assertThat(claudia.get("/api/v1/sessions/" + another.id() + "/recording/" + tape)
                        .statusCode())
                .as("a tape of another session")
                .isEqualTo(404);
        for (String wrong :
                List.of("..%2f..%2fkeys%2fvault.key", "x", UUID.randomUUID().toString())) {
            assertThat(claudia.get(door + "/" + wrong).statusCode()).as(wrong).isIn(400, 404);
            assertThat(claudia.get("/desk/recording/" + wrong).statusCode())
                    .as(wrong)
                    .isIn(400, 404);
        }

        assertThat(claudia.get(page).body())
                .contains("id=\"recording\"", "data-recording-url=\"" + door + "\"", "app/recording/page.js")
                .contains("data-ticket-url=\"/desk/tickets/INC-1005\"");
        assertThat(maria.get(page).statusCode()).isEqualTo(403);
        assertThat(foreign.get(page).statusCode()).isEqualTo(404);
        assertThat(stranger.get(page).statusCode()).isEqualTo(302);
        assertThat(claudia.get("/admin/recordings", "Accept-Language", "en").body())
                .contains(page, "Maria &lt;Lindner&gt;", "14 B")
                .doesNotContain("<Lindner>");

        end(helpdesk, applet);
        assertThat(maria.get("/desk/tickets/INC-1005").body())
                .contains(page)
                .containsAnyOf("Recorded: play", "Aufgezeichnet: ansehen"); // as her account has it
        assertThat(maria.get("/api/v1/tickets/INC-1005/history").body())
                .containsPattern("\"recorded\":true[^}]*\"sessionId\":\"" + session.id());
        assertThat(claudia.get(door).body()).doesNotContain("\"endedAt\":null");
    }

    private static String admission(Helpdesk helpdesk, String token) {
        var answer = helpdesk.visitor()
                .json(
                        "POST",
                        "/api/v1/engine/applet/grant",
                        "{\"software\":\"test\",\"platform\":\"linux\"}",
                        "Authorization",
                        "Bearer " + token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** What a technician's grant says, in clear. */
    private static String rights(Visitor maria, String session) {
        var answer =
                maria.json("POST", "/api/v1/sessions/" + session + "/grants", "", "X-CSRF-Token", maria.csrfToken());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String grant = find("\"grant\":\"[^.\"]+\\.([^.\"]+)\\.", answer.body());
        return new String(Base64.getUrlDecoder().decode(grant), UTF_8);
    }

    private static void end(Helpdesk helpdesk, String applet) {
        String entry = "{\"entries\":[{\"entryId\":\"" + UUID.randomUUID()
                + "\",\"number\":1,\"at\":\"2026-11-23T08:00:00Z\",\"fromCustomer\":false,\"kind\":\"SESSION_ENDED\",\"status\":\"ENDED_BY_CUSTOMER\"}]}";
        assertThat(helpdesk.visitor()
                        .json("POST", "/api/v1/engine/applet/journal", entry, "Authorization", "Bearer " + applet)
                        .statusCode())
                .isEqualTo(204);
    }
}
