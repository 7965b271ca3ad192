package org.beistand.helpdesk.mail.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.beistand.helpdesk.mail.boundary.MailboxAdministration.NotTaken;
import org.beistand.helpdesk.mail.boundary.MailboxAdministration.Reading;
import org.beistand.helpdesk.mail.boundary.MailboxAdministration.Status;
import org.beistand.helpdesk.mail.boundary.MailboxAdministration.Wish;
import org.beistand.helpdesk.platform.faces.Announcer;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.helpdesk.ticket.boundary.TicketWording;
import org.jspecify.annotations.Nullable;

/** The part of {@code /admin/mail} that reads: the mailbox, its test, and what nothing was made of. */
@Named
@RequestScoped
public class MailboxPage {

    private static final String TEXTS = "org.beistand.helpdesk.mail.messages";

    private final ServerForm server = new ServerForm();
    private boolean enabled;
    private String folder = "";
    private String channel = "";
    private int pollSeconds;

    @Inject
    MailboxAdministration administration;

    @Inject
    Announcer announcer;

    @Inject
    Texts texts;

    @Inject
    TicketWording wording;

    @PostConstruct
    void load() {
        Reading stored = administration.reading();
        server.fill(stored.server());
        enabled = stored.enabled();
        folder = stored.folder();
        channel = stored.channel();
        pollSeconds = stored.pollSeconds();
    }

    public String save() {
        administration.save(new Wish(enabled, server.wish(), folder, channel, pollSeconds));
        say(FacesMessage.SEVERITY_INFO, "saved");
        return "/admin/mail?faces-redirect=true";
    }

    /** What is tested is what was typed, and nothing typed is lost. */
    public String saveAndTest() {
        String here = save();
        test();
        return here;
    }

    private void test() {
        String trouble = administration.test();
        if (trouble.isEmpty()) {
            say(FacesMessage.SEVERITY_INFO, "reading.test.good");
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

    public Reading getStored() {
        return administration.reading();
    }

    public List<NotTaken> getNotTaken() {
        return administration.notTaken();
    }

    /** Why nothing was made of a message, in words. */
    public String why(NotTaken message) {
        return message.fate().equals("REFUSED")
                ? texts.of(TEXTS, "not_taken.refused", message.reason())
                : texts.of(TEXTS, "not_taken." + message.reason());
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

    public String getFolder() {
        return folder;
    }

    public void setFolder(String value) {
        folder = value;
    }

    public String getChannel() {
        return channel;
    }

    /** Faces gives null for the choice of none. */
    public void setChannel(@Nullable String value) {
        channel = value == null ? "" : value;
    }

    public int getPollSeconds() {
        return pollSeconds;
    }

    public void setPollSeconds(int value) {
        pollSeconds = value;
    }
}
