package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
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
    private @Nullable Set<UUID> invitedTo;

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

    /** Whether somebody invited this technician into another's session whose customer has come. */
    public boolean isJoinable(SessionView session) {
        return !isMine(session)
                && !session.state().equals("REQUESTED")
                && getInvitedTo().contains(session.id());
    }

    private Set<UUID> getInvitedTo() {
        if (invitedTo == null) {
            invitedTo = sessions.invitedTo(caller.require().accountId());
        }
        return invitedTo;
    }

    public boolean isMine(SessionView session) {
        return session.technicianId().equals(getUser());
    }

    /** Whose pushes this page listens to. */
    public UUID getUser() {
        return caller.require().accountId();
    }
}
