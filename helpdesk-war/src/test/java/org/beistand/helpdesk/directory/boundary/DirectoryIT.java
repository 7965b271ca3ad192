package org.beistand.helpdesk.directory.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.beistand.samba.Population;
import org.beistand.samba.SambaDomain;
import org.junit.jupiter.api.Test;

/** The demo company connects its domain controller. */
@OnRunningHelpdesk
class DirectoryIT {

    private static final String API = "/api/v1/integrations/directory";

    private final SambaDomain domain = SambaDomain.get();

    @Test
    void theConnectionIsAnAdministratorsAndKeepsItsPassword(Helpdesk helpdesk) {
        assertThat(helpdesk.visitor().get(API).statusCode()).isEqualTo(401);
        assertThat(helpdesk.signedIn("maria.lindner", Helpdesk.DEMO_PASSWORD)
                        .get(API)
                        .statusCode())
                .isEqualTo(403);
        var admin = administrator(helpdesk);
        connect(admin, domain.ldaps(), false);
        assertThat(admin.get(API).body()).contains("\"hasPassword\":true").doesNotContain(SambaDomain.PASSWORD);
        assertThat(admin.get("/admin/directory").body()).doesNotContain(SambaDomain.PASSWORD);
        assertThat(call(admin, "PUT", "", settings("ldaps://other.example.com", "", SambaDomain.BASE, ""))
                        .body())
                .as("another server is never shown the password of this one")
                .contains("\"hasPassword\":false");
        assertThat(call(
                                admin,
                                "PUT",
                                "",
                                settings(domain.ldapsUnderAnotherName(), SambaDomain.PASSWORD, SambaDomain.BASE, ""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(call(admin, "POST", "/test", "").body()).contains("\"fault\":\"HOST_NAME\"");
        for (String server :
                List.of("http://x", "ldap://user:pw@x", "ldaps://x/DC=a", "ldaps://x?y", "::", "ldaps://")) {
            assertThat(call(admin, "PUT", "", settings(server, "", SambaDomain.BASE, ""))
                            .statusCode())
                    .as(server)
                    .isEqualTo(422);
        }
        for (String filter : List.of("objectClass=*", "(a=b)(c=d)", "((a=b)", ")(")) {
            assertThat(call(admin, "PUT", "", settings(domain.ldaps(), "", SambaDomain.BASE, filter))
                            .statusCode())
                    .as(filter)
                    .isEqualTo(422);
        }
        assertThat(call(admin, "PUT", "", settings(domain.ldaps(), "", "no name", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(call(admin, "POST", "/groups", "{\"group\":\"*\",\"role\":\"TECHNICIAN\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(call(admin, "POST", "/groups", "{\"group\":\"Helpdesk\",\"role\":\"MASTER_ADMINISTRATOR\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theAuthorityComesAsAFileAndWhatIsNoneIsNotTaken(Helpdesk helpdesk) {
        var admin = administrator(helpdesk);
        byte[] pem = domain.authority().getBytes(StandardCharsets.US_ASCII);
        assertThat(upload(admin, pem)).endsWith("?authority=TAKEN#authority");
        assertThat(admin.get(API).body()).contains("\"trusted\":[{", "CN=Beistand test ca");
        String der = domain.authority().replaceAll("-----[^-]*-----|\\s", "");
        assertThat(upload(admin, Base64.getDecoder().decode(der))).endsWith("?authority=TAKEN#authority");
        assertThat(call(admin, "POST", "/test", "").statusCode()).isEqualTo(200);

        String before = admin.get(API).body();
        assertThat(upload(admin, domain.key().getBytes(StandardCharsets.US_ASCII)))
                .endsWith("?authority=KEY#authority");
        assertThat(upload(admin, "<html>".getBytes(StandardCharsets.US_ASCII)))
                .endsWith("?authority=NO_CERTIFICATE#authority");
        assertThat(upload(admin, new byte[0])).endsWith("?authority=NO_CERTIFICATE#authority");
        assertThat(upload(admin, new byte[300_000])).endsWith("?authority=LARGE#authority");
        assertThat(admin.get(API).body()).isEqualTo(before);
        String refusal = admin.get("/admin/directory?authority=KEY").body();
        assertThat(refusal)
                .as("in the language that the administrator has chosen last")
                .contains(
                        refusal.matches("(?s).*<html[^>]* lang=\"de\".*")
                                ? "In der Datei steht ein privater Schlüssel"
                                : "There is a private key in the file");
        assertThat(admin.get("/admin/directory?authority=%3Cscript%3E").body()).doesNotContain("<script>\"");
        assertThat(upload(helpdesk.signedIn("maria.lindner", Helpdesk.DEMO_PASSWORD), pem))
                .isEqualTo("403");
    }

    /** @return where the browser is sent then, or the refusal */
    private static String upload(Visitor visitor, byte[] file) {
        String between = "x7d1c93b2";
        String body = "--" + between + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ca.cer\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"
                + new String(file, StandardCharsets.ISO_8859_1) + "\r\n--" + between + "--\r\n";
        var answer = visitor.postBytes(
                "/admin/directory-authority",
                "multipart/form-data; boundary=" + between,
                body.getBytes(StandardCharsets.ISO_8859_1));
        return answer.headers().firstValue("Location").orElse(String.valueOf(answer.statusCode()));
    }

    @Test
    void importedPeopleSignInAtTheLoginPageWithTheirPasswordOverThere(Helpdesk helpdesk) throws IOException {
        String mark = String.valueOf(helpdesk.base().getPort());
        String person = "CN=Ruth Recht " + mark + "," + Population.PEOPLE;
        String group = "CN=Anmelden " + mark + "," + Population.PEOPLE;
        domain.add(Population.person(person, "ruth" + mark, "Ruth Recht", "ruth" + mark + "@beistand.test", 512));
        domain.add(List.of("dn: " + group, "objectClass: group", "sAMAccountName: Anmelden" + mark, ""));
        domain.addMember(group, person);
        var admin = administrator(helpdesk);
        connect(admin, domain.ldaps(), true);
        String meaning = "{\"group\":\"" + group + "\",\"role\":\"TECHNICIAN\"}";
        assertThat(call(admin, "POST", "/groups", meaning).statusCode()).isEqualTo(200);
        assertThat(call(admin, "POST", "/runs?accepted=true", "").body()).contains("\"created\":1");

        for (String name : List.of("ruth" + mark, "ruth" + mark + "@beistand.test", "BEISTAND\\ruth" + mark)) {
            var ruth = helpdesk.visitor();
            assertThat(ruth.trySignIn(name, SambaDomain.PASSWORD).statusCode())
                    .as(name)
                    .isEqualTo(302);
            assertThat(ruth.get("/desk/").body()).contains("Ruth Recht");
        }
        refused(helpdesk, "ruth" + mark, "not it", "Login name or password is wrong");
        refused(helpdesk, "ruth" + mark, "", "");
        refused(helpdesk, "ruth" + mark, "   ", "");
        domain.set(person, "userAccountControl", "514");
        refused(helpdesk, "ruth" + mark, SambaDomain.PASSWORD, "Login name or password is wrong");
        domain.set(person, "userAccountControl", "512");

        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            connect(admin, "ldaps://localhost:" + silent.getLocalPort(), true);
            long begin = System.nanoTime();
            refused(helpdesk, "ruth" + mark, SambaDomain.PASSWORD, "directory does not answer");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
            assertThat(administrator(helpdesk).get("/desk/").statusCode())
                    .as("accounts of Beistand's own need no directory")
                    .isEqualTo(200);
        } finally {
            connect(admin, domain.ldaps(), false);
        }
    }

    private static void refused(Helpdesk helpdesk, String name, String password, String said) {
        var visitor = helpdesk.visitor();
        var answer = visitor.trySignIn(name, password);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(said);
        assertThat(visitor.get("/desk/").statusCode()).isEqualTo(302);
    }

    private static Visitor administrator(Helpdesk helpdesk) {
        return helpdesk.signedIn("claudia.brandt", Helpdesk.DEMO_PASSWORD);
    }

    private HttpResponse<String> connect(Visitor admin, String server, boolean signIn) {
        return call(
                admin,
                "PUT",
                "",
                settings(server, SambaDomain.PASSWORD, SambaDomain.BASE, "")
                        .replace("\"signIn\":false", "\"signIn\":" + signIn));
    }

    private String settings(String server, String password, String base, String filter) {
        return "{\"enabled\":false,\"signIn\":false,\"photos\":true,\"servers\":\"" + server + "\",\"userName\":\""
                + SambaDomain.SERVICE_USER + "\",\"password\":\"" + password + "\",\"base\":\"" + base
                + "\",\"peopleFilter\":\"" + filter + "\",\"authority\":\""
                + domain.authority().replace("\n", "\\n") + "\"}";
    }

    private static HttpResponse<String> call(Visitor admin, String method, String path, String body) {
        return admin.json(method, API + path, body, "X-CSRF-Token", admin.csrfToken());
    }
}
