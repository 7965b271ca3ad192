package org.beistand.helpdesk.mail.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.beistand.helpdesk.identity.boundary.CompanyTurns;
import org.beistand.helpdesk.identity.boundary.HelpdeskStarted;

/** Lets every company's mailbox be read in its own time. */
@ApplicationScoped
public class MailboxClock {

    private static final int SECONDS = 5;

    @Inject
    CompanyTurns turns;

    @Inject
    MailboxPolls polls;

    public void onStart(@Observes HelpdeskStarted started) {
        turns.every(SECONDS, "mailbox", polls::pollIfDue);
    }
}
