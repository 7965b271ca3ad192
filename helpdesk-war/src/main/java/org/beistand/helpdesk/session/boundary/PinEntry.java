package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.session.control.PinGuard;
import org.beistand.helpdesk.session.control.PinVerdict.Admitted;
import org.beistand.helpdesk.session.control.PinVerdict.Refused;
import org.beistand.helpdesk.session.control.PinVerdict.WorkFirst;
import org.beistand.helpdesk.session.control.SessionMetrics;
import org.beistand.helpdesk.session.control.Source;
import org.beistand.helpdesk.session.entity.SessionPin;

/** A customer enters a PIN: first the guard, then the lookup. SESSION-FLOW 3. */
@ApplicationScoped
public class PinEntry {

    private static final Logger LOG = Logger.getLogger(PinEntry.class.getName());

    @Inject
    PinGuard guard;

    @Inject
    CustomerSessions customers;

    @Inject
    SessionMetrics metrics;

    /** What the page answers. */
    public sealed interface Answer {
        record Welcome(SecretToken browser) implements Answer {}

        /** Wrong, foreign, expired, used, or no PIN at all: one answer. */
        record NoSuchPin() implements Answer {}

        record ComputeFirst(String challenge) implements Answer {}

        record TooMany(Duration retryAfter) implements Answer {}
    }

    /**
     * @param address the customer's IP address
     * @param typed what was typed, as it is
     * @param solution of the page's challenge; empty text when there was none
     */
    public Answer enter(String address, String typed, String solution) {
        var pin = SessionPin.typed(typed);
        if (pin.isEmpty()) {
            // No guess, so it costs nothing; a customer who left a digit out may try again even during a flood.
            return new Answer.NoSuchPin();
        }
        return switch (guard.admit(CurrentCompany.require(), Source.of(address), solution)) {
            case WorkFirst work -> {
                metrics.pinAttempt("work_first");
                yield new Answer.ComputeFirst(work.challenge());
            }
            case Refused refused -> {
                metrics.pinAttempt("throttled");
                yield new Answer.TooMany(refused.retryAfter());
            }
            case Admitted admitted -> lookUp(admitted, pin.get());
        };
    }

    /** For the page, so that the browser computes while the customer types; empty text in quiet times. */
    public String challengeAhead(String address) {
        return guard.challengeAhead(CurrentCompany.require(), Source.of(address));
    }

    private Answer lookUp(Admitted admitted, SessionPin pin) {
        var browser = customers.redeem(pin);
        if (browser.isEmpty()) {
            metrics.pinAttempt("wrong");
            LOG.log(Level.INFO, "A PIN opened nothing");
            return new Answer.NoSuchPin();
        }
        guard.refund(CurrentCompany.require(), admitted);
        metrics.pinAttempt("right");
        return new Answer.Welcome(browser.get());
    }
}
