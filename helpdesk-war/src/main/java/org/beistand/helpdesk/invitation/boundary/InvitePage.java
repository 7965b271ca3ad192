package org.beistand.helpdesk.invitation.boundary;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.invitation.boundary.Inviting.Wish;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.helpdesk.platform.problem.DomainException;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.web.PublicAddress;
import org.beistand.helpdesk.ticket.boundary.TicketWording;
import org.beistand.helpdesk.ticket.entity.Dispatch;
import org.beistand.helpdesk.ticket.entity.Dispatch.Way;

/** In the start-session dialog: one click sends the invitation, and the line below tells what became of it. */
@Named("invite")
@ViewScoped
public class InvitePage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String TEXTS = "org.beistand.helpdesk.invitation.messages";

    @Inject
    transient Inviting inviting;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient PublicAddress address;

    @Inject
    transient HttpServletRequest request;

    @Inject
    transient Texts texts;

    @Inject
    transient TicketWording wording;

    private final ArrayList<UUID> sent = new ArrayList<>();
    private String phone = "";
    private String complaint = "";

    /** To the requester's own address. */
    public void mail(Object session, String pin) {
        send(session, Way.MAIL, "", pin);
    }

    /** To the number that is typed in. */
    public void sms(Object session, String pin) {
        send(session, Way.SMS, phone, pin);
    }

    private void send(Object session, Way way, String recipient, String pin) {
        complaint = "";
        try {
            var id = UUID.fromString(String.valueOf(session));
            sent.add(inviting.invite(caller.require(), new Wish(id, way, recipient, pin, address.of(request))));
        } catch (DomainException refused) {
            complaint = texts.of(refused.rule());
            FacesContext.getCurrentInstance()
                    .addMessage("invitation", new FacesMessage(FacesMessage.SEVERITY_ERROR, complaint, ""));
        }
    }

    public boolean isMailOn() {
        return inviting.ways().contains(Way.MAIL);
    }

    public boolean isSmsOn() {
        return inviting.ways().contains(Way.SMS);
    }

    /** Where the mail would go; empty if the requester has no address. */
    public String address(Object ticket) {
        return inviting.recipient(UUID.fromString(String.valueOf(ticket)), Way.MAIL);
    }

    /** Takes the requester's number for the field, unless somebody typed another. */
    public String phoneOf(Object ticket) {
        if (phone.isEmpty()) {
            phone = inviting.recipient(UUID.fromString(String.valueOf(ticket)), Way.SMS);
        }
        return "";
    }

    /** The label of the button, with the address in it. */
    public String label(String recipient) {
        return texts.of(TEXTS, "send.mail", recipient);
    }

    /** What was sent from this page and what became of it, newest first. */
    public List<String> getFates() {
        return sent.reversed().stream()
                .map(inviting::fate)
                .flatMap(Optional::stream)
                .map(this::words)
                .toList();
    }

    private String words(Dispatch dispatch) {
        var text = texts.of(TEXTS, "fate." + dispatch.state(), dispatch.recipient());
        return dispatch.reason().isEmpty() ? text : text + " " + wording.reason(dispatch.reason());
    }

    /** Why the last click sent nothing, or empty. */
    public String getComplaint() {
        return complaint;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String number) {
        phone = number.strip();
    }
}
