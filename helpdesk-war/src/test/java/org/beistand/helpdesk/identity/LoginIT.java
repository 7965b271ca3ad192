package org.beistand.helpdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.junit.jupiter.api.Test;

@OnRunningHelpdesk
class LoginIT {

    @Test
    void strangersAreSentToTheLoginPageAndBackAgain(Helpdesk helpdesk) {
        var answer = helpdesk.visitor().get("/desk/?state=open");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/login?back=%2Fdesk%2F%3Fstate%3Dopen"));
    }

    @Test
    void theRightPasswordOpensTheDeskUnderAFreshSessionId(Helpdesk helpdesk) {
        Visitor visitor = helpdesk.visitor();
        visitor.get("/login");
        String before = visitor.sessionCookie();
        visitor.signIn("admin", Helpdesk.ADMIN_PASSWORD);
        assertThat(visitor.sessionCookie()).isNotEqualTo(before);
        assertThat(visitor.get("/desk/").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/api/v1/me").body()).contains("MASTER_ADMINISTRATOR");
    }

    @Test
    void aLoginOutlivesTheProcessThatItWasMadeAt(Helpdesk helpdesk) {
        Visitor visitor = helpdesk.visitor();
        visitor.signIn("admin", Helpdesk.ADMIN_PASSWORD);
        visitor.get("/desk/");
        String csrf = visitor.csrfToken();
        visitor.forgetSession();
        assertThat(visitor.get("/api/v1/me").body()).contains("MASTER_ADMINISTRATOR");
        visitor.get("/desk/");
        assertThat(visitor.csrfToken()).as("what open pages repeat").isEqualTo(csrf);
    }

    @Test
    void nobodyComesBackWithALoginThatHasEnded(Helpdesk helpdesk) {
        Visitor visitor = helpdesk.visitor();
        visitor.signIn("admin", Helpdesk.ADMIN_PASSWORD);
        String copied = "beistand_login=" + visitor.cookie("beistand_login");
        assertThat(helpdesk.visitor().get("/desk/", "Cookie", copied).statusCode())
                .isEqualTo(200);
        visitor.form("/logout", Map.of());
        assertThat(visitor.cookie("beistand_login")).isEmpty();
        assertThat(helpdesk.visitor().get("/desk/", "Cookie", copied).statusCode())
                .isEqualTo(302);
        assertThat(helpdesk.visitor()
                        .get("/desk/", "Cookie", "beistand_login=' or 1=1 --")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void whoPlantsASessionIdDoesNotComeInWithTheLoginThatMeetsIt(Helpdesk helpdesk) {
        Visitor planter = helpdesk.visitor();
        planter.get("/login");
        assertThat(planter.sessionCookie()).isNotEmpty();
        String planted = "beistand=" + planter.sessionCookie();
        Visitor visitor = helpdesk.visitor();
        visitor.signIn("admin", Helpdesk.ADMIN_PASSWORD);
        String login = "beistand_login=" + visitor.cookie("beistand_login");
        assertThat(helpdesk.visitor()
                        .get("/api/v1/me", "Cookie", planted + "; " + login)
                        .body())
                .contains("MASTER_ADMINISTRATOR");
        assertThat(helpdesk.visitor().get("/api/v1/me", "Cookie", planted).statusCode())
                .isEqualTo(401);
    }

    @Test
    void wrongPasswordAndUnknownNameAreToldApartByNobody(Helpdesk helpdesk) {
        String wrongPassword = helpdesk.visitor().trySignIn("admin", "wrong").body();
        String unknownName = helpdesk.visitor().trySignIn("nobody", "wrong").body();
        assertThat(wrongPassword).contains("Login name or password is wrong.");
        assertThat(unknownName).contains("Login name or password is wrong.");
    }

    @Test
    void restAnswersStrangersWithAProblem(Helpdesk helpdesk) {
        var answer = helpdesk.visitor().get("/api/v1/me");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:beistand:problem:not-signed-in");
    }
}
