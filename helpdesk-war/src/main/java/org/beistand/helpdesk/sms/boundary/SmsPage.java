package org.beistand.helpdesk.sms.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.beistand.helpdesk.platform.faces.Announcer;
import org.beistand.helpdesk.platform.faces.Language;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.helpdesk.sms.boundary.SmsAdministration.Settings;
import org.beistand.helpdesk.sms.boundary.SmsAdministration.Status;
import org.beistand.helpdesk.sms.entity.SmsSettings.Kind;
import org.beistand.helpdesk.ticket.boundary.TicketWording;

/** The page {@code /admin/sms}: the provider, a test message, and how it is doing. */
@Named
@RequestScoped
public class SmsPage {

    private static final String TEXTS = "org.beistand.helpdesk.sms.messages";

    private final SmsForm form = new SmsForm();
    private String recipient = "";

    @Inject
    SmsAdministration administration;

    @Inject
    Announcer announcer;

    @Inject
    Texts texts;

    @Inject
    TicketWording wording;

    @Inject
    Language language;

    @PostConstruct
    void load() {
        form.fill(administration.settings());
    }

    public String save() {
        administration.save(form.wish());
        say(FacesMessage.SEVERITY_INFO, "saved");
        return "/admin/sms?faces-redirect=true";
    }

    /** Stays on the page: nothing was changed. */
    public void sendTest() {
        String trouble = administration.sendTest(recipient, language.locale());
        if (trouble.isEmpty()) {
            say(FacesMessage.SEVERITY_INFO, "test.sent");
        } else {
            say(FacesMessage.SEVERITY_ERROR, "test.bad", wording.reason(trouble));
        }
    }

    private void say(Severity severity, String key, Object... arguments) {
        announcer.say(severity, texts.of(TEXTS, key, arguments));
    }

    public Status getStatus() {
        return administration.status();
    }

    public Settings getStored() {
        return administration.settings();
    }

    public Kind[] getKinds() {
        return Kind.values();
    }

    public SmsForm getForm() {
        return form;
    }

    public String getRecipient() {
        return recipient;
    }

    public void setRecipient(String value) {
        recipient = value;
    }
}
