package org.beistand.helpdesk.sms.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.beistand.helpdesk.identity.boundary.CompanyTurns;
import org.beistand.helpdesk.identity.boundary.HelpdeskStarted;

/** Lets every company hear what became of its text messages, also after a restart and when a line broke. */
@ApplicationScoped
public class ReceiptClock {

    private static final int SECONDS = 60;

    @Inject
    CompanyTurns turns;

    @Inject
    SmsDestination sms;

    public void onStart(@Observes HelpdeskStarted started) {
        turns.every(SECONDS, "sms receipts", sms::listen);
    }
}
