package org.beistand.helpdesk.ticket.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.helpdesk.platform.problem.DomainException;
import org.beistand.helpdesk.ticket.control.TicketChanges.NewTicket;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.jspecify.annotations.Nullable;

/** The page {@code /desk/new}: a technician writes down what somebody asked for, on the telephone for instance. */
@Named
@RequestScoped
public class NewTicketPage {

    private static final String TEXTS = "org.beistand.helpdesk.ticket.messages";

    private String requester = "";
    private String newName = "";
    private String newEmail = "";
    private String subject = "";
    private String description = "";
    private String priority = TicketPriority.NORMAL.name();
    private String channel = "";
    private String assignee = "";

    @Inject
    TicketDesk desk;

    @Inject
    RequesterLookup lookup;

    @Inject
    TicketListing listing;

    @Inject
    Texts texts;

    /** Opens the ticket and goes there; what is missing is said, and everything typed stays. */
    public void open() throws IOException {
        try {
            var known = requester();
            if (known.isEmpty()) {
                complain(newName.isBlank() && newEmail.isBlank() ? "new.requester.missing" : "new.requester.invalid");
                return;
            }
            var ticket = desk.open(new NewTicket(
                    known.get(), subject, description, TicketPriority.valueOf(priority), id(channel), id(assignee)));
            var external = FacesContext.getCurrentInstance().getExternalContext();
            external.redirect(external.getRequestContextPath() + "/desk/tickets/"
                    + URLEncoder.encode(ticket.number(), StandardCharsets.UTF_8));
        } catch (DomainException broken) {
            say(texts.of(broken.rule()));
        }
    }

    private Optional<UUID> requester() {
        return lookup.chosen(requester).or(() -> lookup.added(newName, newEmail));
    }

    /** Those whose name or address contains what was typed, for the look-up. */
    public List<String> complete(String typed) {
        return lookup.matching(typed);
    }

    public List<TicketView.ChannelView> getChannels() {
        return listing.channels();
    }

    public List<PersonView> getTechnicians() {
        return listing.technicians();
    }

    public TicketPriority[] getPriorities() {
        return TicketPriority.values();
    }

    private static Optional<UUID> id(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(JsonFields.readId("id", text));
    }

    private void complain(String key) {
        say(texts.of(TEXTS, key));
    }

    private static void say(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, ""));
    }

    public String getRequester() {
        return requester;
    }

    public void setRequester(@Nullable String requester) {
        this.requester = TicketForm.given(requester);
    }

    public String getNewName() {
        return newName;
    }

    public void setNewName(@Nullable String newName) {
        this.newName = TicketForm.given(newName);
    }

    public String getNewEmail() {
        return newEmail;
    }

    public void setNewEmail(@Nullable String newEmail) {
        this.newEmail = TicketForm.given(newEmail);
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = TicketForm.given(subject);
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = TicketForm.given(description);
    }

    public String getPriority() {
        return priority;
    }

    public void setPriority(@Nullable String priority) {
        this.priority = TicketForm.given(priority);
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(@Nullable String channel) {
        this.channel = TicketForm.given(channel);
    }

    public String getAssignee() {
        return assignee;
    }

    public void setAssignee(@Nullable String assignee) {
        this.assignee = TicketForm.given(assignee);
    }
}
