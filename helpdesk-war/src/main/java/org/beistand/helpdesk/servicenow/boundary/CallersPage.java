package org.beistand.helpdesk.servicenow.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.beistand.helpdesk.platform.faces.Announcer;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.helpdesk.servicenow.control.CallerClients.Made;
import org.jspecify.annotations.Nullable;

/** The part of the page {@code /admin/servicenow} about calls from there. */
@Named
@RequestScoped
public class CallersPage {

    private String name = "";
    private @Nullable Made made;

    @Inject
    CallerAdministration callers;

    @Inject
    Texts texts;

    @Inject
    Announcer announcer;

    /** An access; the last use may be missing, which pages understand as null. */
    public List<CallerAdministration.Access> getAll() {
        return callers.all();
    }

    /** Stays on the page, because a redirect would have to carry the secrets. */
    public void make() {
        made = callers.make(name);
        name = "";
        // What was made stands further down, and the page shows its beginning.
        announcer.say(
                FacesMessage.SEVERITY_WARN,
                texts.of("org.beistand.helpdesk.admin.messages", "servicenow.callers.made"));
    }

    public String revoke(String clientId) {
        callers.revoke(clientId);
        return "/admin/servicenow?faces-redirect=true";
    }

    public boolean isFresh() {
        return made != null;
    }

    public List<String> getMade() {
        return made == null ? List.of() : List.of(made.clientId(), made.secret(), made.key());
    }

    public String getName() {
        return name;
    }

    public void setName(String value) {
        name = value;
    }
}
