package org.beistand.helpdesk.survey.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.session.control.SessionDoors;
import org.beistand.helpdesk.session.control.Sessions;
import org.beistand.helpdesk.session.entity.SessionDoor;
import org.beistand.helpdesk.session.entity.SessionDoor.Kind;
import org.beistand.helpdesk.survey.control.Surveys;

/**
 * What a customer does with the question. Whoever answers holds the browser's token of the session or a link to its
 * survey; a token of another company opens nothing.
 */
@ApplicationScoped
@Transactional
public class CustomerSurveys {

    @Inject
    Sessions sessions;

    @Inject
    SessionDoors doors;

    @Inject
    Surveys surveys;

    /** Whose link that is, before anybody knows the company. */
    public Optional<UUID> companyBehind(SecretToken link) {
        return doors.behind(link, Kind.SURVEY).map(SessionDoor::ofCompany);
    }

    /** @param kind what the token is: the browser's, or that of a survey's link */
    public Optional<SurveyView> behind(SecretToken token, Kind kind, Locale language) {
        return session(token, kind).flatMap(sessions::byId).map(session -> {
            var settings = surveys.settings();
            return new SurveyView(
                    surveys.standing(session),
                    session.invitation().technicianName(),
                    settings.question(language).orElse(""));
        });
    }

    /**
     * Takes the answer; a second one changes nothing.
     *
     * @return false when the token opens no survey
     * @throws IllegalArgumentException when it is no answer
     */
    public boolean answer(SecretToken token, Kind kind, int stars, String comment) {
        var session = session(token, kind).flatMap(sessions::locked);
        session.ifPresent(found -> surveys.answer(found, stars, comment));
        return session.isPresent();
    }

    private Optional<UUID> session(SecretToken token, Kind kind) {
        UUID company = CurrentCompany.require();
        return doors.behind(token, kind)
                .filter(door -> door.ofCompany().equals(company))
                .map(SessionDoor::sessionId);
    }
}
