package org.beistand.helpdesk.survey.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.beistand.helpdesk.identity.boundary.CompanyDirectory;
import org.beistand.helpdesk.platform.faces.Language;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.session.boundary.CustomerCookie;
import org.beistand.helpdesk.session.entity.SessionDoor.Kind;
import org.beistand.helpdesk.survey.control.Surveys.Standing;
import org.beistand.helpdesk.ticket.entity.SurveyAnswer;
import org.jspecify.annotations.Nullable;

/** What the customer is asked when the session is over: on its last page, and behind the link to the survey. */
@Named
@RequestScoped
public class SurveyPage {

    private static final String TEXTS = "org.beistand.helpdesk.survey.messages";
    private static final SurveyView NOTHING = new SurveyView(Standing.CLOSED, "", "");

    @Inject
    HttpServletRequest request;

    @Inject
    CompanyDirectory companies;

    @Inject
    CustomerSurveys surveys;

    @Inject
    CustomerCookie cookie;

    @Inject
    Language language;

    @Inject
    Texts texts;

    private @Nullable SurveyView view;
    private String link = "";
    private String comment = "";
    private boolean starsMissing;

    /** Behind a link instead of on the session's own page. */
    void show(SurveyView shown, SecretToken token) {
        view = shown;
        link = "/" + token.value();
    }

    /** The form comes back, with what was typed. */
    void starsMissing(String typed) {
        starsMissing = true;
        comment = typed;
    }

    public SurveyView getView() {
        var known = view;
        if (known == null) {
            known = cookie.read(request)
                    .flatMap(token -> surveys.behind(token, Kind.BROWSER, language.locale()))
                    .orElse(NOTHING);
            view = known;
        }
        return known;
    }

    public String getQuestion() {
        return Optional.of(getView().question())
                .filter(own -> !own.isEmpty())
                .orElseGet(() -> texts.of(TEXTS, "question", getView().technician()));
    }

    public String getAction() {
        return getBase() + "survey" + link;
    }

    public String getBase() {
        return request.getContextPath() + "/c/" + companies.current().slug() + "/";
    }

    public List<Integer> getStars() {
        return IntStream.rangeClosed(1, SurveyAnswer.MOST_STARS).boxed().toList();
    }

    public int getLongestComment() {
        return SurveyAnswer.LONGEST_COMMENT;
    }

    public String getComment() {
        return comment;
    }

    public boolean isStarsMissing() {
        return starsMissing;
    }
}
