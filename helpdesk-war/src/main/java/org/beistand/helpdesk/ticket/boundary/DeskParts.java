package org.beistand.helpdesk.ticket.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.net.MalformedURLException;

/** The parts that other rooms contribute to the desk's pages, by agreed file name. What is not there is not shown. */
@Named
@ApplicationScoped
public class DeskParts {

    private static final String NOTHING = "/WEB-INF/ticket/nothing.xhtml";

    /** Waiting customers and one's own sessions, on the desk's left. */
    public String getSessionQueue() {
        return part("/WEB-INF/includes/session-queue.xhtml");
    }

    /** The button and dialog that start a session; takes {@code ticketId}. */
    public String getStartSession() {
        return part("/WEB-INF/includes/start-session.xhtml");
    }

    private static String part(String path) {
        try {
            var there = FacesContext.getCurrentInstance().getExternalContext().getResource(path) != null;
            return there ? path : NOTHING;
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
