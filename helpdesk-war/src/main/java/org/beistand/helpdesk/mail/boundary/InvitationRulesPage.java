package org.beistand.helpdesk.mail.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.beistand.helpdesk.mail.boundary.MailAdministration.Rules;
import org.beistand.helpdesk.platform.faces.Announcer;
import org.beistand.helpdesk.platform.faces.Texts;

/** The part of {@code /admin/mail} that says how freely technicians invite. */
@Named("invitationRules")
@RequestScoped
public class InvitationRulesPage {

    private boolean pinByMail;
    private boolean pinBySms;
    private int technicianHour;
    private int companyHour;

    @Inject
    MailAdministration administration;

    @Inject
    Announcer announcer;

    @Inject
    Texts texts;

    @PostConstruct
    void load() {
        Rules rules = administration.rules();
        pinByMail = rules.pinByMail();
        pinBySms = rules.pinBySms();
        technicianHour = rules.technicianHour();
        companyHour = rules.companyHour();
    }

    public String save() {
        administration.save(new Rules(pinByMail, pinBySms, technicianHour, companyHour));
        announcer.say(FacesMessage.SEVERITY_INFO, texts.of("org.beistand.helpdesk.mail.messages", "saved"));
        return "/admin/mail?faces-redirect=true";
    }

    public boolean isPinByMail() {
        return pinByMail;
    }

    public void setPinByMail(boolean value) {
        pinByMail = value;
    }

    public boolean isPinBySms() {
        return pinBySms;
    }

    public void setPinBySms(boolean value) {
        pinBySms = value;
    }

    public int getTechnicianHour() {
        return technicianHour;
    }

    public void setTechnicianHour(int value) {
        technicianHour = value;
    }

    public int getCompanyHour() {
        return companyHour;
    }

    public void setCompanyHour(int value) {
        companyHour = value;
    }
}
