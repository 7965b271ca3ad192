package org.beistand.helpdesk.servicenow.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.junit.jupiter.api.Test;

/** The button in an incident, pressed rightly and wrongly. */
@OnRunningHelpdesk
class ServiceNowPinsIT {

    private static final String API = "/api/v1/integrations/servicenow";
    private static final String PINS = API + "/pins";

    /** What the administrator copies into ServiceNow. */
    private record Access(String clientId, String secret, String key) {}

    @Test
    void givesAPinForAnIncidentAndTheSameOneToADoubleClick(Helpdesk helpdesk) throws Exception {
        var access = access(helpdesk);
        String body = request(incident(), "maria.lindner");
        Callable<HttpResponse<String>> click = () -> helpdesk.visitor()
                .json(
                        "POST",
                        PINS,
                        body,
                        "Authorization",
                        "Basic " + base64(access.clientId() + ":" + access.secret()));
        try (var clicks = Executors.newFixedThreadPool(2)) {
            var first = clicks.submit(click);
            var second = clicks.submit(click);
            var answers = List.of(first.get(), second.get());
            assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(201, 200);
            assertThat(found("\"pin\":\"(\\d{6,9})\"", first.get().body()))
                    .isEqualTo(found("\"pin\":\"(\\d{6,9})\"", second.get().body()));
        }
    }

    @Test
    void letsInByTokenAndBySignatureOnceEach(Helpdesk helpdesk) throws GeneralSecurityException {
        var access = access(helpdesk);
        var visitor = helpdesk.visitor();
        var token = visitor.form(
                API + "/token",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", access.clientId(),
                        "client_secret", access.secret()));
        assertThat(token.statusCode()).as(token.body()).isEqualTo(200);
        String bearer = found("\"access_token\":\"([0-9a-f]+)\"", token.body());
        String body = request(incident(), "maria.lindner");
        var answer = visitor.json("POST", PINS, body, "Authorization", "Bearer " + bearer);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains("\"url\":\"http", "\"expiresAt\":\"", "\"sessionId\":\"");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");

        String time = String.valueOf(Clock.systemUTC().instant().getEpochSecond());
        String[] signed = {
            "X-Client", access.clientId(), "X-Timestamp", time, "X-Signature", signature(access.key(), time, body)
        };
        assertThat(visitor.json("POST", PINS, body, signed).statusCode()).isEqualTo(200);
        assertThat(visitor.json("POST", PINS, body, signed).statusCode())
                .as("the same signature again")
                .isEqualTo(401);
        assertThat(visitor.get("/api/v1/tickets", "Authorization", "Bearer " + bearer)
                        .statusCode())
                .as("the token opens nothing else")
                .isEqualTo(401);
    }

    @Test
    void refusesEveryOtherProofAlike(Helpdesk helpdesk) throws GeneralSecurityException {
        var access = access(helpdesk);
        var visitor = helpdesk.visitor();
        String body = request(incident(), "maria.lindner");
        String old = String.valueOf(Clock.systemUTC().instant().getEpochSecond() - 3600);
        String now = String.valueOf(Clock.systemUTC().instant().getEpochSecond());
        List<String[]> proofs = List.of(
                new String[] {"Authorization", "Bearer " + "0".repeat(64)},
                new String[] {"Authorization", "Basic " + base64(access.clientId() + ":wrong")},
                new String[] {"Authorization", "Basic !!!"},
                new String[] {"Authorization", "Basic " + base64("no colon")},
                new String[] {"X-Client", access.clientId(), "X-Timestamp", now, "X-Signature", "AAAA"},
                new String[] {"X-Client", access.clientId(), "X-Timestamp", "soon", "X-Signature", "AAAA"},
                new String[] {
                    "X-Client", access.clientId(), "X-Timestamp", old, "X-Signature", signature(access.key(), old, body)
                },
                new String[] {
                    "X-Client",
                    access.clientId(),
                    "X-Timestamp",
                    now,
                    "X-Signature",
                    signature(access.key(), now, body + " ")
                });
        for (String[] proof : proofs) {
            assertThat(visitor.json("POST", PINS, body, proof).statusCode())
                    .as(String.join(" ", proof))
                    .isEqualTo(401);
        }
        assertThat(visitor.json("POST", PINS, body).statusCode()).isEqualTo(401);
        assertThat(visitor.form(API + "/token", Map.of("grant_type", "password"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void saysWhatIsWrongWithARequest(Helpdesk helpdesk) {
        var access = access(helpdesk);
        var basic = "Basic " + base64(access.clientId() + ":" + access.secret());
        var visitor = helpdesk.visitor();
        for (String body : List.of("", "{", "[]", "null", "{}", "{\"incident\":\"INC1\",\"incidentSysId\":\"x\"}")) {
            assertThat(visitor.json("POST", PINS, body, "Authorization", basic).statusCode())
                    .as(body)
                    .isEqualTo(422);
        }
        var nobody = visitor.json("POST", PINS, request(incident(), "nobody.here"), "Authorization", basic);
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body()).contains("nobody.here");
    }

    @Test
    void aRevokedAccessIsVoidAtOnceWithItsTokens(Helpdesk helpdesk) {
        var access = access(helpdesk);
        var visitor = helpdesk.visitor();
        var token = found(
                "\"access_token\":\"([0-9a-f]+)\"",
                visitor.form(
                                API + "/token",
                                Map.of("grant_type", "client_credentials"),
                                "Authorization",
                                "Basic " + base64(access.clientId() + ":" + access.secret()))
                        .body());
        var admin = helpdesk.signedIn("claudia.brandt", Helpdesk.DEMO_PASSWORD);
        var revoked =
                admin.json("DELETE", API + "/callers/" + access.clientId(), "", "X-CSRF-Token", admin.csrfToken());
        assertThat(revoked.statusCode()).isEqualTo(204);
        assertThat(visitor.json("POST", PINS, request(incident(), "maria.lindner"), "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
    }

    private static Access access(Helpdesk helpdesk) {
        Visitor admin = helpdesk.signedIn("claudia.brandt", Helpdesk.DEMO_PASSWORD);
        var made = admin.json("POST", API + "/callers", "{\"name\":\"test\"}", "X-CSRF-Token", admin.csrfToken());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return new Access(
                found("\"clientId\":\"([^\"]+)\"", made.body()),
                found("\"secret\":\"([^\"]+)\"", made.body()),
                found("\"key\":\"([^\"]+)\"", made.body()));
    }

    private static String incident() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static String request(String sysId, String agent) {
        return "{\"incident\":\"INC0010001\",\"incidentSysId\":\"" + sysId + "\",\"callerName\":\"Anna Kunde\","
                + "\"callerEmail\":\"anna@example.com\",\"ci\":\"LT-7\",\"agent\":\"" + agent + "\"}";
    }

    private static String signature(String key, String time, String body) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String found(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
