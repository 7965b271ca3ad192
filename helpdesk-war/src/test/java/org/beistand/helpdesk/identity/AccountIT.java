package org.beistand.helpdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.junit.jupiter.api.Test;

@OnRunningHelpdesk
class AccountIT {

    private static final String[] WISHES_ENGLISH = {"Accept-Language", "en"};

    @Test
    void theLanguageOfTheAccountWinsOverTheBrowserEverywhere(Helpdesk helpdesk) {
        Visitor here = helpdesk.signedIn("claudia.brandt", Helpdesk.DEMO_PASSWORD);
        here.form("/language", Map.of("to", "de", "back", "/desk/?list=all"));
        Visitor elsewhere = helpdesk.signedIn("claudia.brandt", Helpdesk.DEMO_PASSWORD);
        assertThat(elsewhere.get("/desk/", WISHES_ENGLISH).body()).contains("lang=\"de\"");
    }

    @Test
    void theBarShowsWhoOneIs(Helpdesk helpdesk) {
        Visitor jonas = helpdesk.signedIn("jonas.weber", Helpdesk.DEMO_PASSWORD);
        assertThat(jonas.get("/desk/").body()).contains("Jonas Weber</a>");
    }

    @Test
    void theOldPasswordIsAskedBeforeANewOneCounts(Helpdesk helpdesk) {
        Visitor jonas = helpdesk.signedIn("jonas.weber", Helpdesk.DEMO_PASSWORD);
        String answer = jonas.submit(
                        "/account/",
                        "password",
                        Map.of(
                                "password:old", "not the password",
                                "password:new", "a new long password",
                                "password:change", ""),
                        WISHES_ENGLISH)
                .body();
        assertThat(answer).contains("Nothing has been changed.");
        assertThat(helpdesk.signedIn("jonas.weber", Helpdesk.DEMO_PASSWORD)
                        .get("/desk/")
                        .statusCode())
                .isEqualTo(200);
    }
}
