package org.beistand.helpdesk.mail.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.beistand.helpdesk.mail.boundary.MailAdministration.Sending;
import org.beistand.helpdesk.mail.boundary.MailAdministration.Status;
import org.beistand.helpdesk.mail.boundary.MailAdministration.Wish;
import org.beistand.helpdesk.mail.entity.MailAccess.LoginKind;
import org.beistand.helpdesk.mail.entity.MailAccess.Security;
import org.beistand.helpdesk.platform.faces.Announcer;
import org.beistand.helpdesk.platform.faces.Language;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.helpdesk.ticket.boundary.TicketWording;

/** The part of {@code /admin/mail} that sends: settings, their test, and how it is doing. */
@Named
@RequestScoped
public class MailPage {

    private static final String TEXTS = "org.beistand.helpdesk.mail.messages";
    private static final String HERE = "/admin/mail?faces-redirect=true";

    private final ServerForm server = new ServerForm();
    private boolean enabled;
    private String senderAddress = "";
    private String senderName = "";
    private String recipient = "";

    @Inject
    MailAdministration administration;

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
        Sending stored = administration.sending();
        server.fill(stored.server());
        enabled = stored.enabled();
        senderAddress = stored.senderAddress();
        senderName = stored.senderName();
    }

    public String save() {
        administration.save(new Wish(enabled, server.wish(), senderAddress, senderName));
        say(FacesMessage.SEVERITY_INFO, "saved");
        return HERE;
    }

    /** What is tested is what was typed, and nothing typed is lost. */
    public String saveAndTest() {
        String here = save();
        test();
        return here;
    }

    private void test() {
        told(administration.test(), "test.good");
    }

    public void sendTest() {
        told(administration.sendTest(recipient, language.locale()), "test.sent");
    }

    private void told(String trouble, String good) {
        if (trouble.isEmpty()) {
            say(FacesMessage.SEVERITY_INFO, good);
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

    public Sending getStored() {
        return administration.sending();
    }

    public Security[] getSecurities() {
        return Security.values();
    }

    public LoginKind[] getLoginKinds() {
        return LoginKind.values();
    }

    public ServerForm getServer() {
        return server;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean value) {
        enabled = value;
    }

    public String getSenderAddress() {
        return senderAddress;
    }

    public void setSenderAddress(String value) {
        senderAddress = value;
    }

    public String getSenderName() {
        return senderName;
    }

    public void setSenderName(String value) {
        senderName = value;
    }

    public String getRecipient() {
        return recipient;
    }

    public void setRecipient(String value) {
        recipient = value;
    }
}
