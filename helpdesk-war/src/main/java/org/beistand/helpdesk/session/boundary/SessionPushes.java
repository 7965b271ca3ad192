package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import org.beistand.helpdesk.session.control.SessionEvent;

/**
 * Tells the pages of the technicians concerned that something happened in a session, after it is committed. The message says nothing but
 * which session: the page asks for the rest, with its own rights. A page that misses a message asks every few seconds anyway.
 */
@ApplicationScoped
public class SessionPushes {

    @Inject
    @Push(channel = "sessions")
    PushContext sessions;

    public void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionEvent event) {
        var session = event.session().sessionId().toString();
        event.concerned().forEach(technician -> sessions.send(session, technician));
    }
}
