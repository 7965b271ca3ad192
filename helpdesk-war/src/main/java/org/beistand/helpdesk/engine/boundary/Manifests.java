package org.beistand.helpdesk.engine.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.beistand.engine.protocol.grant.SessionManifest;
import org.beistand.helpdesk.engine.control.SigningKeys;
import org.beistand.helpdesk.identity.boundary.CompanyDirectory;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.session.boundary.CustomerSessions;
import org.beistand.helpdesk.session.entity.SessionDoor;
import org.beistand.helpdesk.survey.control.Surveys;

/** Signs what travels beside a downloaded applet. */
@ApplicationScoped
@Transactional
public class Manifests {

    /** A download is started within the hour or not at all; a running applet does not need it any more. */
    private static final Duration GOOD = Duration.ofHours(1);

    @Inject
    CustomerSessions sessions;

    @Inject
    Surveys surveys;

    @Inject
    SigningKeys keys;

    @Inject
    CompanyDirectory companies;

    @Inject
    Clock clock;

    /**
     * A manifest with a fresh applet token for the session of this browser.
     *
     * @param helpdesk base URL under which the browser reached us
     * @return compact JWS; empty when there is no session to start
     */
    public Optional<String> forBrowser(SecretToken browser, URI helpdesk) {
        var session = sessions.of(browser);
        var token = sessions.appletToken(browser);
        if (session.isEmpty() || token.isEmpty()) {
            return Optional.empty();
        }
        var company = companies.current();
        return Optional.of(keys.signer()
                .sign(new SessionManifest(
                        helpdesk,
                        token.get().value(),
                        session.get().id(),
                        company.name(),
                        session.get().language(),
                        brand(company.name(), helpdesk, token.get()),
                        clock.instant().plus(GOOD))));
    }

    /** With the address at which the customer is asked afterwards, where the company asks at all. */
    private Map<String, String> brand(String name, URI helpdesk, SecretToken applet) {
        return surveys.settings().isEnabled()
                ? Map.of(
                        "name",
                        name,
                        "survey",
                        helpdesk + "/survey/" + SessionDoor.ofSurvey(applet).value())
                : Map.of("name", name);
    }
}
