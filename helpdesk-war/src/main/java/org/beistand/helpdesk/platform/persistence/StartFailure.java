package org.beistand.helpdesk.platform.persistence;

import org.beistand.helpdesk.platform.logging.Announcement;

/** The helpdesk cannot start. Says so in one line that the start script passes on, then fails the deployment. */
public final class StartFailure extends IllegalStateException {

    private StartFailure(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** @param reason one line for the person who started the helpdesk */
    static StartFailure announced(String reason, Throwable cause) {
        Announcement.say("cannot start: " + reason.lines().findFirst().orElse("unknown reason"));
        return new StartFailure(reason, cause);
    }
}
