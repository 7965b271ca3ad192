package org.beistand.helpdesk.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.Visitor;

/** The steps of a relay that records, and of the administrator who lets it. */
final class Recorder {

    static final String KEYS = "/api/v1/recording/keys";

    private static final String RELAYS = "/api/v1/engine/relays";
    private static final String SECRET = "Bearer " + Helpdesk.RELAY_SECRET;

    private final Visitor relay;

    Recorder(Helpdesk helpdesk) {
        relay = helpdesk.visitor();
        var answer = relay.json(
                "POST",
                RELAYS,
                "{\"relayId\":\"it\",\"url\":\"ws://localhost:9\",\"software\":\"test\",\"capacity\":10}",
                "Authorization",
                SECRET);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    static Visitor claudia(Helpdesk helpdesk) {
        return helpdesk.signedIn("claudia.brandt", Helpdesk.DEMO_PASSWORD);
    }

    /** A key of the company, whose public half begins so. @return what it is called */
    static String makeKey(Visitor administrator, int first) {
        var answer = administrator.json("POST", KEYS, key(first), "X-CSRF-Token", administrator.csrfToken());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return find("\"keyId\":\"([^\"]+)\"", answer.body());
    }

    static String key(int first) {
        return "{\"publicKey\":\"%s\",\"iterations\":600000,\"salt\":\"%s\",\"nonce\":\"%s\",\"sealedSecret\":\"%s\"}"
                .formatted(base64(first, 32), base64(1, 16), base64(2, 12), base64(3, 64));
    }

    static HttpResponse<String> decide(Visitor administrator, String mode, String days) {
        return administrator.submit(
                "/admin/recordings",
                "policy",
                Map.of("policy:mode", mode, "policy:days", days, "policy:save", ""),
                "Accept-Language",
                "en");
    }

    /** A tape as a relay announces it. */
    static String tape(UUID id, String session, String key) {
        return "{\"tapeId\":\"%s\",\"sessionId\":\"%s\",\"subject\":\"%s\",\"name\":\"Maria <Lindner>\",\"startedAt\":\"2026-11-20T08:00:00Z\",\"keyId\":\"%s\",\"encapsulation\":\"%s\",\"sealedKeys\":\"%s\"}"
                .formatted(id, session, UUID.randomUUID(), key, base64(4, 32), base64(5, 80));
    }

    HttpResponse<String> announce(String tape) {
        return announce(tape, SECRET);
    }

    HttpResponse<String> announce(String tape, String authorization) {
        return relay.json("POST", RELAYS + "/it/recordings", tape, "Authorization", authorization);
    }

    HttpResponse<String> deliver(UUID tape, String place, byte[] bytes) {
        return deliver(tape.toString(), place, bytes, SECRET);
    }

    HttpResponse<String> deliver(String tape, String place, byte[] bytes, String authorization) {
        return relay.bytes("PUT", RELAYS + "/it/recordings/" + tape + place, bytes, "Authorization", authorization);
    }

    static String base64(int first, int length) {
        var bytes = new byte[length];
        bytes[0] = (byte) first;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String find(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }
}
