package org.beistand.helpdesk.servicenow.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.beistand.helpdesk.platform.faces.Announcer;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.servicenow.boundary.ServiceNowAdministration.Settings;
import org.beistand.helpdesk.servicenow.boundary.ServiceNowAdministration.Status;
import org.beistand.helpdesk.servicenow.boundary.ServiceNowAdministration.Wish;
import org.beistand.helpdesk.servicenow.entity.ServiceNowConnection.AccessKind;
import org.beistand.helpdesk.ticket.boundary.TicketWording;

/** The page {@code /admin/servicenow}: the connection, its test, the dry run, and how it is doing. */
@Named
@RequestScoped
public class ServiceNowPage {

    private static final String TEXTS = "org.beistand.helpdesk.admin.messages";
    private static final String HERE = "/admin/servicenow?faces-redirect=true";

    private ConnectionForm form = new ConnectionForm();
    private String dryTicket = "";
    private Map<String, String> dry = Map.of();

    @Inject
    ServiceNowAdministration administration;

    @Inject
    Announcer announcer;

    @Inject
    Texts texts;

    @Inject
    TicketWording wording;

    @PostConstruct
    void load() {
        form.fill(administration.settings());
    }

    public String save() {
        administration.connect(form.wish());
        say(FacesMessage.SEVERITY_INFO, "servicenow.saved");
        return HERE;
    }

    /** What is tested is what was typed, and nothing typed is lost. */
    public String saveAndTest() {
        String here = save();
        test();
        return here;
    }

    private void test() {
        var findings = administration.test();
        if (!findings.reached()) {
            say(FacesMessage.SEVERITY_ERROR, "servicenow.test.bad", wording.reason(findings.reason()));
            return;
        }
        say(FacesMessage.SEVERITY_INFO, "servicenow.test.good");
        if (!findings.canReadJournal()) {
            say(FacesMessage.SEVERITY_WARN, "servicenow.test.journal");
        }
        if (!findings.canReadAudit()) {
            say(FacesMessage.SEVERITY_WARN, "servicenow.test.audit");
        }
        if (!findings.canReadUsers()) {
            say(FacesMessage.SEVERITY_WARN, "servicenow.test.users");
        }
        if (!findings.canReadDictionary()) {
            say(FacesMessage.SEVERITY_WARN, "servicenow.test.dictionary");
        }
        findings.missingGroups().forEach(group -> say(FacesMessage.SEVERITY_WARN, "servicenow.test.group", group));
        findings.missingColumns().forEach(column -> say(FacesMessage.SEVERITY_WARN, "servicenow.test.missing", column));
    }

    /** Stays on the page, also for a number that no ticket has: what was typed into the other forms is worth keeping. */
    public void showDryRun() {
        try {
            dry = administration.dryRun(dryTicket);
        } catch (NotFoundException unknown) {
            say(FacesMessage.SEVERITY_ERROR, "servicenow.dry.unknown", dryTicket.strip());
        }
    }

    private void say(Severity severity, String key, Object... arguments) {
        announcer.say(severity, texts.of(TEXTS, key, arguments));
    }

    public Status getStatus() {
        return administration.status();
    }

    /** What the instance says about it, in words. */
    public String getRateLimit() {
        return administration
                .status()
                .rateLimit()
                .flatMap(known -> known.limit().map(calls -> words(calls, known.rule())))
                .orElseGet(() -> texts.of(TEXTS, "servicenow.limit.unknown"));
    }

    private String words(long calls, String rule) {
        String limit = texts.of(TEXTS, "servicenow.limit.calls", calls);
        return rule.isEmpty() ? limit : limit + " (" + texts.of(TEXTS, "servicenow.limit.rule", rule) + ")";
    }

    public Settings getSettings() {
        return administration.settings();
    }

    public ConnectionForm getForm() {
        return form;
    }

    public AccessKind[] getAccessKinds() {
        return AccessKind.values();
    }

    public String getDryTicket() {
        return dryTicket;
    }

    public void setDryTicket(String ticket) {
        dryTicket = ticket;
    }

    /** Columns and values of the ticket last asked for. */
    public List<Map.Entry<String, String>> getDry() {
        return List.copyOf(dry.entrySet());
    }

    /** What an administrator types in. Secrets are taken and never given. */
    public static class ConnectionForm {

        private boolean enabled;
        private boolean inbound;
        private String instance = "";
        private AccessKind accessKind = AccessKind.CLIENT;
        private String userName = "";
        private String password = "";
        private String clientId = "";
        private String secret = "";
        private String mapping = "";
        private int pollSeconds;

        void fill(Settings settings) {
            enabled = settings.enabled();
            inbound = settings.inbound();
            instance = settings.instance();
            accessKind = settings.accessKind();
            userName = settings.userName();
            clientId = settings.clientId();
            mapping = settings.mapping();
            pollSeconds = settings.pollSeconds();
        }

        Wish wish() {
            return new Wish(
                    enabled, inbound, instance, accessKind, userName, password, clientId, secret, mapping, pollSeconds);
        }

        public boolean isEnabled() {
            return enabled;
        }

        public void setEnabled(boolean value) {
            enabled = value;
        }

        public boolean isInbound() {
            return inbound;
        }

        public void setInbound(boolean value) {
            inbound = value;
        }

        public String getInstance() {
            return instance;
        }

        public void setInstance(String value) {
            instance = value;
        }

        public AccessKind getAccessKind() {
            return accessKind;
        }

        public void setAccessKind(AccessKind value) {
            accessKind = value;
        }

        public String getUserName() {
            return userName;
        }

        public void setUserName(String value) {
            userName = value;
        }

        /** As typed into this request, so that another field's mistake does not cost it; what is stored is never given. */
        public String getPassword() {
            return password;
        }

        public void setPassword(String value) {
            password = value;
        }

        public String getClientId() {
            return clientId;
        }

        public void setClientId(String value) {
            clientId = value;
        }

        /** As typed into this request, so that another field's mistake does not cost it; what is stored is never given. */
        public String getSecret() {
            return secret;
        }

        public void setSecret(String value) {
            secret = value;
        }

        public String getMapping() {
            return mapping;
        }

        public void setMapping(String value) {
            mapping = value;
        }

        public int getPollSeconds() {
            return pollSeconds;
        }

        public void setPollSeconds(int value) {
            pollSeconds = value;
        }
    }
}
