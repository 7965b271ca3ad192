package org.beistand.helpdesk.session.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.Visitor;

/** The steps by which people of the demo company come into a support session. */
public final class DemoSessions {

    private DemoSessions() {}

    /** What the technician's dialog shows of a session just opened. */
    public record Opened(String id, String pin, String token) {}

    public static Opened open(Visitor technician) {
        var answer = technician.json(
                "POST", "/api/v1/tickets/INC-1005/sessions", "", "X-CSRF-Token", technician.csrfToken());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new Opened(
                find("\"id\":\"([^\"]+)\"", answer.body()),
                find("\"pin\":\"(\\d+)\"", answer.body()),
                find("\"link\":\"[^\"]*/join/([^\"]+)\"", answer.body()));
    }

    public static Visitor maria(Helpdesk helpdesk) {
        return helpdesk.signedIn("maria.lindner", Helpdesk.DEMO_PASSWORD);
    }

    /** The customer's way with PIN and terms to the download, whose manifest carries the token. */
    public static String appletToken(Helpdesk helpdesk, Opened session) throws IOException {
        Visitor customer = helpdesk.visitor();
        assertThat(enter(customer, "demo", session.pin(), "198.51.100.60").statusCode())
                .isEqualTo(302);
        customer.form("/c/demo/session/answer", Map.of("answer", "yes", "terms", "on"));
        var archive = customer.download("/c/demo/session/program/portable");
        assertThat(archive.statusCode()).isEqualTo(200);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("session.jws")) {
                    String[] parts = new String(zip.readAllBytes(), StandardCharsets.UTF_8).split("\\.");
                    return find(
                            "\"token\":\"([^\"]+)\"",
                            new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
                }
            }
        }
        throw new AssertionError("No manifest in the archive");
    }

    static HttpResponse<String> enter(Visitor customer, String company, String pin, String forwardedFor) {
        return customer.form("/c/" + company + "/pin", Map.of("pin", pin), "X-Forwarded-For", forwardedFor);
    }

    private static String find(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
