package org.beistand.helpdesk.session.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beistand.helpdesk.session.boundary.DemoSessions.appletToken;
import static org.beistand.helpdesk.session.boundary.DemoSessions.enter;
import static org.beistand.helpdesk.session.boundary.DemoSessions.maria;
import static org.beistand.helpdesk.session.boundary.DemoSessions.open;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.session.boundary.DemoSessions.Opened;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.junit.jupiter.api.Test;

/** Hostile tries at the doors of a support session: PIN, link, applet, relay, and the technician's grant. */
@OnRunningHelpdesk
class SessionDoorsIT {

    private static final String ENGINE = "/api/v1/engine/";
    private static final String HELLO = "{\"software\":\"x\",\"platform\":\"linux-x64\"}";
    private static final String RELAY = "{\"relayId\":\"%s\",\"url\":\"%s\",\"software\":\"test\",\"capacity\":10}";
    private static final String LOAD = "{\"sessions\":0,\"connections\":0,\"bytesForwarded\":0,\"draining\":false}";
    private static final String SECRET = "Bearer " + Helpdesk.RELAY_SECRET;
    private static final String[] BROKEN = {
        "", "{", "[]", "null", "\"x\"", "{\"entries\":3}", "\u0000", "[".repeat(5000)
    };

    @Test
    void whatIsNoPinIsAnsweredLikeAWrongOneAndCountsNothing(Helpdesk helpdesk) {
        for (String typed : new String[] {
            "", "abc", "' or 1=1 --", "<script>alert(1)</script>", "1".repeat(5_000), "\u0000", "１２３４５６"
        }) {
            var answer = enter(helpdesk.visitor(), "demo", typed, "198.51.100.20");
            assertThat(answer.statusCode()).as(typed).isEqualTo(422);
            assertThat(answer.body()).doesNotContain("<script>alert").doesNotContain("Exception");
        }
    }

    @Test
    void aForgedStartOfTheChainBuysNoFurtherTries(Helpdesk helpdesk) {
        Visitor guesser = helpdesk.visitor();
        int refused = 0;
        for (int i = 0; i < 8; i++) {
            var answer = enter(guesser, "demo", "00000" + i, "192.0.2." + i + ", 198.51.100.30");
            refused += answer.statusCode() == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(3);
        assertThat(enter(helpdesk.visitor(), "demo", "000000", "198.51.100.31").statusCode())
                .isEqualTo(422);
    }

    @Test
    void belowTheCustomersPageIsNothingElse(Helpdesk helpdesk) {
        var customer = helpdesk.visitor();
        assertThat(customer.get("/c/demo/session/anything").statusCode()).isEqualTo(404);
        assertThat(customer.get("/c/demo/session/answer").headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/c/demo/session"));
    }

    @Test
    void anotherCompanysPinIsAnsweredLikeAWrongOne(Helpdesk helpdesk) {
        Opened session = open(maria(helpdesk));
        var foreign = enter(helpdesk.visitor(), "default", session.pin(), "198.51.100.40");
        var wrong = enter(helpdesk.visitor(), "default", "000000", "198.51.100.41");
        assertThat(foreign.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(422);
        assertThat(foreign.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("beistand_customer");
        assertThat(shown(foreign.body(), session.pin())).isEqualTo(shown(wrong.body(), "000000"));
        assertThat(enter(helpdesk.visitor(), "demo", session.pin(), "198.51.100.42")
                        .statusCode())
                .isEqualTo(302);
        assertThat(enter(helpdesk.visitor(), "demo", session.pin(), "198.51.100.43")
                        .statusCode())
                .as("a PIN is used once")
                .isEqualTo(422);
    }

    @Test
    void linksOpenOnlyTheirOwnCompanysDoorAndOnlyWhileTheyLive(Helpdesk helpdesk) {
        Visitor maria = maria(helpdesk);
        Opened session = open(maria);
        for (String token : List.of("x", "%00", "..%2f..%2fadmin", "A".repeat(43), "A".repeat(4_000))) {
            assertThat(helpdesk.visitor().get("/join/" + token).statusCode())
                    .as(token)
                    .isBetween(400, 404);
            assertThat(helpdesk.visitor().get("/c/demo/join/" + token).statusCode())
                    .as(token)
                    .isBetween(400, 404);
        }
        assertThat(helpdesk.visitor().get("/c/default/join/" + session.token()).statusCode())
                .isEqualTo(404);
        assertThat(helpdesk.visitor().get("/c/demo/join/" + session.token()).statusCode())
                .isEqualTo(200);
        maria.json("POST", "/api/v1/sessions/" + session.id() + "/end", "", "X-CSRF-Token", maria.csrfToken());
        assertThat(helpdesk.visitor().get("/c/demo/join/" + session.token()).statusCode())
                .isEqualTo(404);
        assertThat(enter(helpdesk.visitor(), "demo", session.pin(), "198.51.100.50")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void onlyWhoKnowsTheSecretIsARelay(Helpdesk helpdesk) {
        Visitor stranger = helpdesk.visitor();
        for (String path : List.of("relays", "relays/it/heartbeat", "relays/it/events")) {
            for (String proof :
                    List.of("", "Bearer", "Bearer wrong", "Basic eDp5", SECRET + "0", "Bearer " + "x".repeat(5_000))) {
                var answer = stranger.json("POST", ENGINE + path, RELAY, "Authorization", proof);
                assertThat(answer.statusCode()).as(path + " " + proof).isIn(400, 401);
                assertThat(answer.body()).doesNotContain("Exception", Helpdesk.RELAY_SECRET);
            }
        }
        assertThat(stranger.get(ENGINE + "keys").body())
                .contains("\"kid\"", "\"x\"")
                .doesNotContain("\"d\"");
        assertThat(helpdesk.log()).doesNotContain(Helpdesk.RELAY_SECRET);
    }

    @Test
    void aRelayThatSpeaksNonsenseIsRefusedAndBelievedNothing(Helpdesk helpdesk) {
        Visitor relay = helpdesk.visitor();
        for (String body : BROKEN) {
            for (String path : List.of("relays", "relays/it/heartbeat", "relays/it/events")) {
                assertRefused(relay.json("POST", ENGINE + path, body, "Authorization", SECRET), 400);
            }
        }
        for (String url : List.of("javascript:alert(1)", "http://x", "ws://", "ws://a b")) {
            assertRefused(
                    relay.json("POST", ENGINE + "relays", RELAY.formatted("it", url), "Authorization", SECRET), 400);
        }
        assertRefused(
                relay.json("POST", ENGINE + "relays", RELAY.formatted("../x", "ws://x"), "Authorization", SECRET), 400);
        assertRefused(
                relay.json("POST", ENGINE + "relays", "\"" + "x".repeat(3 << 20) + "\"", "Authorization", SECRET), 413);
        assertThat(relay.json("POST", ENGINE + "relays/nobody/heartbeat", LOAD, "Authorization", SECRET)
                        .statusCode())
                .isEqualTo(404);
        String event = "{\"events\":[{\"eventId\":\"%s\",\"sessionId\":\"%s\",\"kind\":\"SESSION_ENDED\","
                + "\"at\":\"2026-11-22T00:00:00Z\",\"status\":\"OK\"}]}";
        assertThat(relay.json(
                                "POST",
                                ENGINE + "relays/it/events",
                                event.formatted(UUID.randomUUID(), UUID.randomUUID()),
                                "Authorization",
                                SECRET)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void anAppletIsAdmittedByItsOwnTokenAlone(Helpdesk helpdesk) throws IOException {
        Visitor maria = maria(helpdesk);
        Opened session = open(maria);
        Visitor applet = helpdesk.visitor();
        String api = "Bearer bst_" + "A".repeat(43);
        for (String proof : List.of(
                "", "Bearer", "Bearer x", "Bearer " + "A".repeat(43), "Bearer " + session.token(), api, SECRET)) {
            for (String path : List.of("applet/grant", "applet/journal")) {
                var answer = applet.json("POST", ENGINE + path, HELLO, "Authorization", proof);
                assertThat(answer.statusCode()).as(path + " " + proof).isEqualTo(401);
            }
        }
        String own = "Bearer " + appletToken(helpdesk, session);
        for (String body : BROKEN) {
            assertRefused(applet.json("POST", ENGINE + "applet/grant", body, "Authorization", own), 400);
            assertRefused(applet.json("POST", ENGINE + "applet/journal", body, "Authorization", own), 400);
        }
        assertRefused(
                applet.json(
                        "POST",
                        ENGINE + "applet/grant",
                        HELLO.replace("\"x\"", "\"" + "x".repeat(201) + "\""),
                        "Authorization",
                        own),
                413);
        assertRefused(
                applet.json("POST", ENGINE + "applet/journal", "\"" + "x".repeat(3 << 20) + "\"", "Authorization", own),
                413);
        register(helpdesk);
        assertThat(applet.json("POST", ENGINE + "applet/grant", HELLO, "Authorization", own)
                        .statusCode())
                .isEqualTo(200);
        maria.json("POST", "/api/v1/sessions/" + session.id() + "/end", "", "X-CSRF-Token", maria.csrfToken());
        assertRefused(applet.json("POST", ENGINE + "applet/grant", HELLO, "Authorization", own), 410);
        assertThat(helpdesk.log()).doesNotContain(own.substring("Bearer ".length()), session.pin(), session.token());
    }

    @Test
    void onlyTheTechnicianOfTheSessionGetsAGrant(Helpdesk helpdesk) {
        register(helpdesk);
        Visitor maria = maria(helpdesk);
        String grants = "/api/v1/sessions/" + open(maria).id() + "/grants";
        assertThat(helpdesk.visitor().json("POST", grants, "").statusCode()).isEqualTo(401);
        assertThat(maria.json("POST", grants, "").statusCode())
                .as("no CSRF header")
                .isEqualTo(403);
        assertThat(grant(helpdesk.signedIn("jonas.weber", Helpdesk.DEMO_PASSWORD), grants))
                .isEqualTo(403);
        assertThat(grant(helpdesk.admin(), grants)).as("another company").isEqualTo(404);
        assertThat(grant(maria, "/api/v1/sessions/" + UUID.randomUUID() + "/grants"))
                .isEqualTo(404);
        assertThat(grant(maria, "/api/v1/sessions/x'--/grants")).isBetween(400, 404);
        assertThat(grant(maria, grants)).isEqualTo(200);
    }

    @Test
    void anotherCompanysSessionsDoNotExist(Helpdesk helpdesk) {
        String path = "/api/v1/sessions/" + open(maria(helpdesk)).id();
        Visitor stranger = helpdesk.admin();
        String csrf = stranger.csrfToken();
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(stranger.json("POST", path + "/pin", "", "X-CSRF-Token", csrf)
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.json("POST", path + "/end", "", "X-CSRF-Token", csrf)
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/api/v1/sessions").body()).isEqualTo("[]");
    }

    private static int grant(Visitor technician, String path) {
        return technician
                .json("POST", path.replace("'", "%27"), "", "X-CSRF-Token", technician.csrfToken())
                .statusCode();
    }

    private static void register(Helpdesk helpdesk) {
        var answer = helpdesk.visitor()
                .json("POST", ENGINE + "relays", RELAY.formatted("it", "ws://localhost:9"), "Authorization", SECRET);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** What the customer sees; scripts carry a new nonce each time. */
    private static String shown(String page, String pin) {
        return page.substring(page.indexOf("<main"), page.indexOf("</main>")).replace(pin, "PIN");
    }

    private static void assertRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception");
    }
}
