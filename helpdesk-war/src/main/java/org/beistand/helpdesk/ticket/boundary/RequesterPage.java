package org.beistand.helpdesk.ticket.boundary;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.helpdesk.platform.problem.DomainException;
import org.jspecify.annotations.Nullable;

/** Corrects a requester's name and address on a ticket's page. What is being typed survives everything else done there. */
@Named
@ViewScoped
public class RequesterPage implements Serializable {

    private static final long serialVersionUID = 1;
    private static final String TEXTS = "org.beistand.helpdesk.ticket.messages";

    private @Nullable String name;
    private @Nullable String email;

    @Inject
    TicketPage page;

    @Inject
    TicketDesk desk;

    @Inject
    Texts texts;

    public void correct() {
        try {
            desk.correctRequester(page.getNumber(), Optional.ofNullable(name), Optional.ofNullable(email));
            name = null;
            email = null;
            say(FacesMessage.SEVERITY_INFO, texts.of(TEXTS, "requester.corrected"));
        } catch (InvalidFieldException wrong) {
            say(FacesMessage.SEVERITY_ERROR, texts.of(TEXTS, "requester.unusable"));
        } catch (DomainException refused) {
            say(FacesMessage.SEVERITY_ERROR, texts.of(refused.rule()));
        }
        page.refresh();
    }

    public String getName() {
        return name == null ? page.getTicket().requester().name() : name;
    }

    public void setName(@Nullable String typed) {
        var given = TicketForm.given(typed);
        name = given.equals(page.getTicket().requester().name()) ? null : given;
    }

    public String getEmail() {
        return email == null ? page.getTicket().requester().email() : email;
    }

    public void setEmail(@Nullable String typed) {
        var given = TicketForm.given(typed);
        email = given.equals(page.getTicket().requester().email()) ? null : given;
    }

    private static void say(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, ""));
    }
}
