package org.beistand.helpdesk.admin.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import org.beistand.helpdesk.platform.faces.Announcer;
import org.beistand.helpdesk.platform.faces.Texts;

/** Says what happened, on the page that comes after the redirect. */
@RequestScoped
public class Notices {

    static final String TEXTS = "org.beistand.helpdesk.admin.messages";

    @Inject
    Announcer announcer;

    @Inject
    Texts texts;

    void saved() {
        say("notice.saved");
    }

    void say(String key, Object... arguments) {
        announcer.say(FacesMessage.SEVERITY_INFO, texts.of(TEXTS, key, arguments));
    }
}
