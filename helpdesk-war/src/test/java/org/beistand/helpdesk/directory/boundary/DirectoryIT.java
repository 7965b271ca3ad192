package org.beistand.helpdesk.directory.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.beistand.helpdesk.testkit.Visitor;
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
