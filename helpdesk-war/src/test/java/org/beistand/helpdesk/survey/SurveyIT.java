package org.beistand.helpdesk.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.junit.jupiter.api.Test;

/** A customer is asked on the session's last page, and answers; strangers find nothing. */
@OnRunningHelpdesk
class SurveyIT {

    private static final String ENGINE = "/api/v1/engine/relays";
    private static final String SECRET = "Bearer " + Helpdesk.RELAY_SECRET;
    private static final String HOSTILE = "Danke <script>alert(1)</script> ' or 1=1 --";

    @Test
    void theLastPageAsksOnceAndTheTicketShowsTheAnswer(Helpdesk helpdesk) {
        Visitor maria = helpdesk.signedIn("maria.lindner", Helpdesk.DEMO_PASSWORD);
        Visitor customer = helpdesk.visitor();
        String session = helped(helpdesk, maria, customer);
        assertThat(customer.get("/c/demo/session").body())
                .contains("How did Maria Lindner help you?", "action=\"/c/demo/survey\"");

        for (String stars : List.of("", "0", "6", "4 or 1=1", "-1", "\u0664")) {
            var again = say(customer, "demo", stars, HOSTILE);
            assertThat(again.statusCode()).as(stars).isEqualTo(200);
            assertThat(again.body())
                    .contains("Please choose one to five stars.", "Danke &lt;script&gt;")
                    .doesNotContain("<script>alert");
        }
        assertThat(say(customer, "demo", "4", "x".repeat(1001)).statusCode()).isEqualTo(200);
        assertThat(say(helpdesk.visitor(), "demo", "1", "stranger").statusCode())
                .isEqualTo(404);

        assertThat(say(customer, "demo", "4", HOSTILE).statusCode()).isEqualTo(302);
        assertThat(customer.get("/c/demo/session").body())
                .contains("Thank you. Your answer has arrived.")
                .doesNotContain("name=\"stars\"");
        assertThat(say(customer, "demo", "1", "twice").statusCode()).isEqualTo(302);

        String record = "/api/v1/sessions/" + session + "/survey";
        assertThat(maria.get(record).body()).contains("\"stars\":4", "Danke").doesNotContain("twice");
        assertThat(helpdesk.visitor().get(record).statusCode()).isEqualTo(401);
        assertThat(helpdesk.admin().get(record).statusCode())
                .as("another company")
                .isEqualTo(404);
        assertThat(maria.get("/desk/tickets/INC-1005").body())
                .contains("4 of 5: good", "Danke &lt;script&gt;")
                .doesNotContain("<script>alert", "twice");
    }

    @Test
    void whatIsNoLinkLeadsNowhere(Helpdesk helpdesk) {
        for (String token : List.of("x", "%00", "..%2f..%2fadmin", "A".repeat(43), "A".repeat(4_000))) {
            for (String door : List.of("/survey/", "/c/demo/survey/")) {
                assertThat(helpdesk.visitor()
                                .get(door + token, "X-Forwarded-For", "198.51.100.77")
                                .statusCode())
                        .as(door + token)
                        .isBetween(400, 404);
            }
        }
        assertThat(helpdesk.visitor()
                        .form(
                                "/c/demo/survey/" + "A".repeat(43),
                                Map.of("stars", "5"),
                                "X-Forwarded-For",
                                "198.51.100.77")
                        .statusCode())
                .isEqualTo(404);
    }

    /** A session in which applet and technician both were, and which is over. @return its id */
    private static String helped(Helpdesk helpdesk, Visitor maria, Visitor customer) {
        String opened = call(maria, "/api/v1/tickets/INC-1005/sessions").body();
        String session = find("\"id\":\"([^\"]+)\"", opened);
        customer.form("/c/demo/pin", Map.of("pin", find("\"pin\":\"(\\d+)\"", opened)), "X-Forwarded-For", "192.0.2.9");
        customer.form("/c/demo/session/answer", Map.of("answer", "yes", "terms", "on"));
        assertThat(customer.get("/c/demo/session").body()).doesNotContain("name=\"stars\"");
        relay(helpdesk, "", "{\"relayId\":\"it\",\"url\":\"ws://localhost:9\",\"software\":\"test\",\"capacity\":10}");
        for (String role : List.of("APPLET", "TECHNICIAN")) {
            relay(
                    helpdesk,
                    "/it/events",
                    "{\"events\":[{\"eventId\":\"%s\",\"sessionId\":\"%s\",\"kind\":\"PARTICIPANT_JOINED\",\"subject\":\"%s\",\"role\":\"%s\",\"at\":\"2026-11-22T00:00:00Z\",\"status\":\"OK\"}]}"
                            .formatted(UUID.randomUUID(), session, UUID.randomUUID(), role));
        }
        assertThat(call(maria, "/api/v1/sessions/" + session + "/end").statusCode())
                .isLessThan(300);
        return session;
    }

    private static void relay(Helpdesk helpdesk, String path, String body) {
        var answer = helpdesk.visitor().json("POST", ENGINE + path, body, "Authorization", SECRET);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    private static HttpResponse<String> call(Visitor technician, String path) {
        return technician.json("POST", path, "", "X-CSRF-Token", technician.csrfToken());
    }

    private static HttpResponse<String> say(Visitor customer, String company, String stars, String comment) {
        return customer.form("/c/" + company + "/survey", Map.of("stars", stars, "comment", comment));
    }

    private static String find(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }
}
