package org.beistand.helpdesk.survey.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.beistand.helpdesk.platform.faces.Announcer;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.helpdesk.survey.boundary.SurveyAdministration.Settings;

/** The page {@code /admin/survey}: whether customers are asked after a session, and what. */
@Named
@RequestScoped
public class SurveySettingsPage {

    private boolean enabled;
    private String german = "";
    private String english = "";

    @Inject
    SurveyAdministration administration;

    @Inject
    Texts texts;

    @Inject
    Announcer announcer;

    @PostConstruct
    void load() {
        Settings settings = administration.settings();
        enabled = settings.enabled();
        german = settings.german();
        english = settings.english();
    }

    public String save() {
        administration.ask(new Settings(enabled, german, english));
        announcer.say(FacesMessage.SEVERITY_INFO, texts.of("org.beistand.helpdesk.survey.messages", "saved"));
        return "/admin/survey?faces-redirect=true";
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean value) {
        enabled = value;
    }

    public String getGerman() {
        return german;
    }

    public void setGerman(String value) {
        german = value;
    }

    public String getEnglish() {
        return english;
    }

    public void setEnglish(String value) {
        english = value;
    }
}
