package org.beistand.helpdesk.servicenow.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.beistand.helpdesk.identity.boundary.CompanyTurns;
import org.beistand.helpdesk.identity.boundary.HelpdeskStarted;

/** Lets every company poll in its own time. */
@ApplicationScoped
public class PollClock {

    private static final int SECONDS = 2;

    @Inject
    CompanyTurns turns;

    @Inject
    ServiceNowPolls polls;

    @Inject
    PinsForIncidents pins;

    public void onStart(@Observes HelpdeskStarted started) {
        turns.every(SECONDS, "servicenow-poll", () -> {
            pins.forget();
            polls.pollIfDue();
        });
    }
}
