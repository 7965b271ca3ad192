package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
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
     * @throws org.beistand.helpdesk.platform.problem.ForbiddenException for a session that others are in
     */
    void open(UUID id) {
        session = sessions.workspace(id, caller.require().accountId());
    }

    public SessionView getSession() {
        return Optional.ofNullable(session)
                .orElseThrow(() -> new IllegalStateException("The workspace was asked for directly"));
    }
}
