package org.beistand.helpdesk.authority.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.beistand.helpdesk.authority.boundary.AuthorityAdministration.Card;
import org.beistand.helpdesk.platform.faces.Announcer;
import org.beistand.helpdesk.platform.faces.Texts;

/** The page {@code /admin/authorities}: whom the company's connections trust beside the public authorities. */
@Named
@RequestScoped
public class AuthoritiesPage {

    private static final String BUNDLE = "org.beistand.helpdesk.authority.messages";

    @Inject
    AuthorityAdministration administration;

    @Inject
    Texts texts;

    @Inject
    Announcer announcer;

    public List<Card> getTrusted() {
        return administration.trusted();
    }

    /** What became of files that were uploaded; nothing for words that their door does not use. */
    public String upload(String word) {
        return UploadedCertificates.isWord(word) ? texts.of(BUNDLE, "upload." + word) : "";
    }

    public String forget() {
        administration.forget();
        announcer.say(FacesMessage.SEVERITY_INFO, texts.of(BUNDLE, "forgotten"));
        return "/admin/authorities?faces-redirect=true";
    }
}
