package org.beistand.helpdesk.survey.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.survey.control.Surveys;

/** What an administrator decides about the question. */
@ApplicationScoped
@Transactional
public class SurveyAdministration {

    @Inject
    Surveys surveys;

    @Inject
    CurrentCaller current;

    @Inject
    AuditLog audit;

    /** Empty questions are the usual ones. */
    public record Settings(boolean enabled, String german, String english) {}

    public Settings settings() {
        current.require(Role.ADMINISTRATOR);
        var own = surveys.settings();
        return new Settings(
                own.isEnabled(),
                own.question(Locale.GERMAN).orElse(""),
                own.question(Locale.ENGLISH).orElse(""));
    }

    public void ask(Settings wanted) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        surveys.own()
                .ask(wanted.enabled(), wanted.german().strip(), wanted.english().strip());
        audit.record(
                caller.name(),
                "survey.configured",
                wanted.enabled() ? "on" : "off",
                "de: " + wanted.german().strip() + "; en: " + wanted.english().strip());
    }
}
