package org.beistand.helpdesk.session.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beistand.helpdesk.session.boundary.DemoSessions.appletToken;
import static org.beistand.helpdesk.session.boundary.DemoSessions.maria;
import static org.beistand.helpdesk.session.boundary.DemoSessions.open;

import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.junit.jupiter.api.Test;

/** A session in which files were moved: what its applet delivers, and what technicians find in the ticket. */
@OnRunningHelpdesk
class SessionFilesIT {

    private static final String JOURNAL = "/api/v1/engine/applet/journal";
    private static final String SENT = "a1".repeat(32);
    private static final String GOT = "b2".repeat(32);

    @Test
    void techniciansFindTheFilesOnTheCardInTheHistoryAndInTheTranscript(Helpdesk helpdesk) throws IOException {
        Visitor maria = maria(helpdesk);
        var session = open(maria);
        String own = "Bearer " + appletToken(helpdesk, session);
        String moved = "{\"entries\":["
                + file("file_write", "C:\\\\temp\\\\Update 2.zip", "1572864", SENT) + ","
                + file("file_read", "broken", "-1", GOT) + ","
                + file("file_read", "broken", "5", "no hash") + ","
                + file("file_read", "<script>alert(9)</script>.log", "7", GOT) + "]}";
        Visitor applet = helpdesk.visitor();
        for (int delivery = 0; delivery < 2; delivery++) {
            assertThat(applet.json("POST", JOURNAL, moved, "Authorization", own).statusCode())
                    .isEqualTo(204);
        }
        String end = "{\"entries\":[" + entry("SESSION_ENDED", "\"status\":\"ENDED_BY_CUSTOMER\"") + "]}";
        assertThat(applet.json("POST", JOURNAL, end, "Authorization", own).statusCode())
                .isEqualTo(204);

        String history = maria.get("/api/v1/tickets/INC-1005/history").body();
        assertThat(history)
                .containsOnlyOnce("\"name\":\"Update 2.zip\"")
                .contains("\"permission\":\"file_write\"", "\"bytes\":1572864", "\"sha256\":\"" + SENT + "\"")
                .contains("\"permission\":\"file_read\"", "\"bytes\":7", "\"sha256\":\"" + GOT + "\"")
                .doesNotContain("\"name\":\"broken\"", "temp");

        assertThat(maria.get("/desk/tickets/INC-1005", "Accept-Language", "en").body())
                .contains("aria-label=\"Files moved\"", "to the customer", "from the customer")
                .contains("Update 2.zip", "<code>" + SENT + "</code>", "<code>" + GOT + "</code>", "7 B")
                .contains("script&gt;.log")
                .doesNotContain("<script>alert(9)");

        assertThat(maria.get("/desk/tickets/INC-1005", "Accept-Language", "de").body())
                .contains("aria-label=\"Übertragene Dateien\"", "1,5 MB");

        var transcript = Pattern.compile("\"sessionId\":\"" + session.id() + "\".*?\"transcript\":\"([^\"]+)\"")
                .matcher(history);
        assertThat(transcript.find()).isTrue();
        assertThat(maria.get("/api/v1/tickets/INC-1005/attachments/" + transcript.group(1))
                        .body())
                .contains("Update 2.zip (1", "SHA-256 " + SENT, "SHA-256 " + GOT)
                .doesNotContain("broken");
    }

    private static String file(String permission, String name, String bytes, String hash) {
        return entry(
                "FILE_MOVED",
                "\"author\":\"Maria Lindner\",\"permission\":\"" + permission + "\",\"file\":{\"name\":\"" + name
                        + "\",\"bytes\":" + bytes + ",\"sha256\":\"" + hash + "\"}");
    }

    private static String entry(String kind, String parts) {
        return "{\"entryId\":\"" + UUID.randomUUID()
                + "\",\"number\":1,\"at\":\"2026-11-23T08:00:00Z\",\"fromCustomer\":false,\"kind\":\"" + kind + "\","
                + parts + "}";
    }
}
