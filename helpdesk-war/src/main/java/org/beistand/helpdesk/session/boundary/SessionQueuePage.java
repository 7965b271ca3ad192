package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.jspecify.annotations.Nullable;

/** Waiting customers and the technician's own sessions, for the desk. */
@Named("sessionQueue")
@RequestScoped
public class SessionQueuePage {

    @Inject
    SupportSessions sessions;

    @Inject
    CurrentCaller caller;

    private @Nullable List<SessionView> rows;

    public List<SessionView> getRows() {
        if (rows == null) {
            rows = sessions.queue(caller.require().accountId());
        }
        return rows;
    }

    /** Key of the sentence that says how a session stands. */
    public String situation(SessionView session) {
        return Situation.key(session);
    }

    public boolean isMine(SessionView session) {
        return session.technicianId().equals(getUser());
    }

    /** Whose pushes this page listens to. */
    public UUID getUser() {
        return caller.require().accountId();
    }
}
