package org.beistand.helpdesk.session.boundary;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.identity.boundary.CompanyDirectory;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;

/**
 * The dialog that starts a session from a ticket and then shows how things stand. It holds the PIN in clear for as long as
 * the ticket's page is open, because nobody else can show it again.
 */
@Named("startSession")
@ViewScoped
public class StartSessionPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SupportSessions sessions;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient CompanyDirectory companies;

    @Inject
    transient PublicAddress address;

    @Inject
    transient HttpServletRequest request;

    private @Nullable UUID sessionId;
    private String pin = "";
    private String link = "";
    private long expiresAt;

    /**
     * One click: a session for this ticket, or the one that the technician has open for it already.
     *
     * @param ticket the ticket's id, as the including page has it: a UUID or its text
     */
    public void open(Object ticket) {
        var ticketId = UUID.fromString(String.valueOf(ticket));
        if (sessionId != null && !getSession().isOver()) {
            return;
        }
        var mine = caller.require().accountId();
        var running = sessions.runningOf(ticketId).stream()
                .filter(session -> session.technicianId().equals(mine) && !session.isOver())
                .findFirst();
        if (running.isPresent()) {
            sessionId = running.get().id();
            pin = "";
            link = "";
        } else {
            show(sessions.request(caller.require(), ticketId));
        }
    }

    public void renewPin() {
        show(sessions.renewPin(caller.require(), required()));
    }

    public void cancel() {
        sessions.end(caller.require(), required());
    }

    private void show(OpenedSession opened) {
        sessionId = opened.id();
        pin = opened.pin().grouped();
        link = address.of(request) + opened.path();
        expiresAt = opened.expiresAt().toEpochMilli();
    }

    public boolean isOpen() {
        return sessionId != null;
    }

    public SessionView getSession() {
        return sessions.view(required());
    }

    private UUID required() {
        return Optional.ofNullable(sessionId).orElseThrow(() -> new IllegalStateException("No session is open"));
    }

    /** In groups of three; empty when this window did not open the session. */
    public String getPin() {
        return pin;
    }

    public String getLink() {
        return link;
    }

    /** Picture of the link, as an address that an img element takes. */
    public String getQr() {
        return QrCode.dataUri(link);
    }

    /** Milliseconds since 1970, for the countdown. */
    public long getExpiresAt() {
        return expiresAt;
    }

    /** Where customers enter the code, without the scheme: it is read out. */
    public String getPortal() {
        return (address.of(request) + "/c/" + companies.current().slug() + "/").replaceFirst("^https?://", "");
    }

    /** Key of the sentence that says how things stand. */
    public String getSituation() {
        return Situation.key(getSession());
    }
}
