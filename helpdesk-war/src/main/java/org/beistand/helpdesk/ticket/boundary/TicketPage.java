package org.beistand.helpdesk.ticket.boundary;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.helpdesk.platform.problem.DomainException;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.ticket.boundary.EntryView.AttachmentView;
import org.beistand.helpdesk.ticket.entity.StaleTicketException;
import org.beistand.helpdesk.ticket.entity.TicketField;
import org.beistand.helpdesk.ticket.entity.TicketState;
import org.jspecify.annotations.Nullable;

/**
 * One ticket on {@code /desk/ticket}: its fields, its timeline and the two composers. The page submits everything typed
 * with every action, so whatever happens, nothing typed is lost.
 */
@Named
@ViewScoped
public class TicketPage implements Serializable {

    private static final long serialVersionUID = 1;
    private static final String TEXTS = "org.beistand.helpdesk.ticket.messages";

    private String number = "";
    private @Nullable TicketForm form;
    private final TicketDrafts drafts = new TicketDrafts();

    private transient @Nullable TicketView ticket;
    private transient @Nullable List<EntryView> timeline;

    @Inject
    TicketDesk desk;

    @Inject
    TicketListing listing;

    @Inject
    Texts texts;

    @Inject
    CurrentCaller caller;

    /** Before the page is shown: a ticket that does not exist, or is another company's, is not found. */
    public void load() throws IOException {
        try {
            getForm();
        } catch (NotFoundException e) {
            var context = FacesContext.getCurrentInstance();
            context.getExternalContext().responseSendError(404, "");
            context.responseComplete();
        }
    }

    public TicketView getTicket() {
        var known = ticket;
        if (known == null) {
            known = desk.ticket(number);
            ticket = known;
        }
        return known;
    }

    public List<EntryView> getTimeline() {
        var known = timeline;
        if (known == null) {
            known = desk.timeline(number);
            timeline = known;
        }
        return known;
    }

    public List<EntryView> getAttachments() {
        return ofKind("attachment");
    }

    public List<EntryView> getSessions() {
        return ofKind("session");
    }

    /** The newest change first. */
    public List<EntryView> getHistory() {
        return ofKind("change").reversed();
    }

    private List<EntryView> ofKind(String kind) {
        return getTimeline().stream().filter(entry -> entry.kind().equals(kind)).toList();
    }

    /** Stores the fields that were changed here. */
    public void save() {
        attempt(() -> {
            desk.change(number, getForm().version(), getForm().edit());
            say(FacesMessage.SEVERITY_INFO, texts.of(TEXTS, "ticket.saved"));
        });
    }

    /** Makes the ticket the caller's own. */
    public void take() {
        getForm().choose(TicketField.ASSIGNEE, caller.require().accountId().toString());
        save();
    }

    public void sendReply() {
        drafts.setComposer("reply");
        if (drafts.getReply().isBlank()) {
            say(FacesMessage.SEVERITY_WARN, texts.of(TEXTS, "compose.empty"));
            return;
        }
        attempt(() -> {
            desk.reply(number, drafts.getReply(), drafts.published(), drafts.next());
            drafts.replied();
            say(
                    FacesMessage.SEVERITY_INFO,
                    texts.of(TEXTS, "compose.replied", getTicket().requester().name()));
        });
    }

    public void addNote() {
        drafts.setComposer("note");
        if (drafts.getNote().isBlank()) {
            say(FacesMessage.SEVERITY_WARN, texts.of(TEXTS, "compose.empty"));
            return;
        }
        attempt(() -> {
            desk.note(number, drafts.getNote());
            drafts.noted();
            say(FacesMessage.SEVERITY_INFO, texts.of(TEXTS, "compose.noted"));
        });
    }

    /** Shows what happened meanwhile; everything typed stays. */
    public void refresh() {
        attempt(() -> {});
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (StaleTicketException stale) {
            say(FacesMessage.SEVERITY_WARN, texts.of(stale.rule()));
        } catch (DomainException broken) {
            say(FacesMessage.SEVERITY_ERROR, texts.of(broken.rule()));
        }
        ticket = null;
        timeline = null;
        for (var conflict : getForm().rebase(getTicket())) {
            say(
                    FacesMessage.SEVERITY_WARN,
                    texts.of(TEXTS, "field." + conflict.field()) + ": "
                            + texts.of(
                                    TEXTS,
                                    "ticket.your_value",
                                    words(conflict.field(), conflict.chosen()),
                                    words(conflict.field(), conflict.stored())));
        }
    }

    private String words(TicketField field, String value) {
        return switch (field) {
            case STATE -> texts.of(TEXTS, "state." + value);
            case PRIORITY -> texts.of(TEXTS, "priority." + value);
            case ASSIGNEE -> value.isEmpty() ? texts.of(TEXTS, "unassigned") : desk.name(field, value);
            case REQUESTER, CHANNEL -> desk.name(field, value);
            case SUBJECT, DESCRIPTION, DEVICE -> value;
        };
    }

    /** The files that will be sent with the reply being written. */
    public List<AttachmentView> getPublishedFiles() {
        var ids = drafts.published();
        return getAttachments().stream()
                .map(AttachmentView.class::cast)
                .filter(file -> ids.contains(file.id()))
                .toList();
    }

    public boolean isClosed() {
        return getTicket().state() == TicketState.CLOSED;
    }

    public boolean isMine() {
        return getTicket()
                .assignee()
                .filter(person -> person.id().equals(caller.require().accountId()))
                .isPresent();
    }

    public List<PersonView> getTechnicians() {
        return listing.technicians();
    }

    private TicketForm getForm() {
        var known = form;
        if (known == null) {
            known = new TicketForm(getTicket());
            form = known;
        }
        return known;
    }

    private static void say(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, ""));
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = TicketForm.given(number);
    }

    public String getState() {
        return getForm().chosen(TicketField.STATE);
    }

    public void setState(@Nullable String value) {
        getForm().choose(TicketField.STATE, value);
    }

    public String getPriority() {
        return getForm().chosen(TicketField.PRIORITY);
    }

    public void setPriority(@Nullable String value) {
        getForm().choose(TicketField.PRIORITY, value);
    }

    public String getAssignee() {
        return getForm().chosen(TicketField.ASSIGNEE);
    }

    public void setAssignee(@Nullable String value) {
        getForm().choose(TicketField.ASSIGNEE, value);
    }

    public String getChannel() {
        return getForm().chosen(TicketField.CHANNEL);
    }

    public void setChannel(@Nullable String value) {
        getForm().choose(TicketField.CHANNEL, value);
    }

    public String getDevice() {
        return getForm().chosen(TicketField.DEVICE);
    }

    public void setDevice(@Nullable String value) {
        getForm().choose(TicketField.DEVICE, value);
    }

    public String getSubject() {
        return getForm().chosen(TicketField.SUBJECT);
    }

    public void setSubject(@Nullable String value) {
        getForm().choose(TicketField.SUBJECT, value);
    }

    /** What is being written, and not yet sent. */
    public TicketDrafts getDrafts() {
        return drafts;
    }
}
