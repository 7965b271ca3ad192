package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.problem.ForbiddenException;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.jspecify.annotations.Nullable;

/** The technician's workspace of one session; the viewer is mounted in it. SESSION-FLOW 5. */
@Named("workspace")
@RequestScoped
public class WorkspacePage {

    @Inject
    SupportSessions sessions;

    @Inject
    CurrentCaller caller;

    private @Nullable SessionView session;

    /**
     * Finds the session before the page is made.
     *
     * @throws org.beistand.helpdesk.platform.problem.NotFoundException also for a session of another company
     * @throws ForbiddenException for a session that another technician opened
     */
    void open(UUID id) {
        var found = sessions.view(id);
        if (!found.technicianId().equals(caller.require().accountId())) {
            throw new ForbiddenException("the workspace of another technician's session " + id);
        }
        session = found;
    }

    public SessionView getSession() {
        return Optional.ofNullable(session)
                .orElseThrow(() -> new IllegalStateException("The workspace was asked for directly"));
    }
}
