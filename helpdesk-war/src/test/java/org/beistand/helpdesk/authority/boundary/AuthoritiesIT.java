package org.beistand.helpdesk.authority.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.beistand.samba.Certificates;
import org.beistand.samba.EncryptedDoor;
import org.beistand.servicenow.ServiceNowDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator uploads the company's authority, and a server with a certificate of it is believed. */
@OnRunningHelpdesk
class AuthoritiesIT {

    private static final String SERVICE_NOW = "/api/v1/integrations/servicenow";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void anInstanceWithACertificateOfTheCompanysAuthorityIsBelievedWhileTheAuthorityIsHere(Helpdesk helpdesk)
            throws Exception {
        var certificates = Certificates.in(folder, "127.0.0.1");
        var admin = helpdesk.signedIn("claudia.brandt", Helpdesk.DEMO_PASSWORD);
        try (var instance = ServiceNowDouble.start(0, Clock.systemUTC());
                var door = new EncryptedDoor(certificates, instance.base().getPort())) {
            connect(admin, door);
            assertThat(test(admin)).contains("\"reached\":false", "untrusted");

            assertThat(upload(admin, certificates.authority())).endsWith("/admin/authorities?upload=TAKEN");
            assertThat(admin.get("/admin/authorities?upload=TAKEN").body()).contains("CN=Beistand test ca");
            assertThat(test(admin)).contains("\"reached\":true");

            admin.submit("/admin/authorities", "forget", Map.of("forget:remove", ""));
            assertThat(test(admin)).contains("\"reached\":false", "untrusted");
        }
    }

    @Test
    void whatIsNoCertificateIsNotTakenAndNobodyElseDecidesWhomToTrust(Helpdesk helpdesk) throws Exception {
        var certificates = Certificates.in(folder, "127.0.0.1");
        var admin = helpdesk.signedIn("claudia.brandt", Helpdesk.DEMO_PASSWORD);
        assertThat(upload(admin, "-----BEGIN PRIVATE KEY-----")).endsWith("?upload=KEY");
        assertThat(upload(admin, "<html>")).endsWith("?upload=NO_CERTIFICATE");
        assertThat(admin.get("/admin/authorities?upload=%3Cscript%3E").body()).doesNotContain("<script>\"");
        var technician = helpdesk.signedIn("maria.lindner", Helpdesk.DEMO_PASSWORD);
        assertThat(upload(technician, certificates.authority())).isEqualTo("403");
        assertThat(technician.get("/admin/authorities").statusCode()).isEqualTo(403);
        assertThat(admin.get("/admin/authorities").body()).doesNotContain("CN=Beistand test");
    }

    private static void connect(Visitor admin, EncryptedDoor door) {
        String settings = "{\"enabled\":false,\"inbound\":false,\"instance\":\"https://127.0.0.1:" + door.port()
                + "\",\"accessKind\":\"CLIENT\",\"userName\":\"" + ServiceNowDouble.USER + "\",\"clientId\":\""
                + ServiceNowDouble.CLIENT_ID + "\",\"secret\":\"" + ServiceNowDouble.CLIENT_SECRET + "\"}";
        assertThat(admin.json("PUT", SERVICE_NOW, settings, "X-CSRF-Token", admin.csrfToken())
                        .statusCode())
                .isEqualTo(200);
    }

    private static String test(Visitor admin) {
        return admin.json("POST", SERVICE_NOW + "/test", "", "X-CSRF-Token", admin.csrfToken())
                .body();
    }

    /** @return where the browser is sent then, or the refusal */
    private static String upload(Visitor visitor, String file) {
        String between = "x7d1c93b2";
        String body = "--" + between + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ca.pem\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + file + "\r\n--" + between + "--\r\n";
        var answer = visitor.postBytes(
                "/admin/company-authorities",
                "multipart/form-data; boundary=" + between,
                body.getBytes(StandardCharsets.ISO_8859_1));
        return answer.headers().firstValue("Location").orElse(String.valueOf(answer.statusCode()));
    }
}
