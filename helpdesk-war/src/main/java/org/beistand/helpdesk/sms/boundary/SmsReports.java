package org.beistand.helpdesk.sms.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.beistand.helpdesk.outbox.boundary.Transactions;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.session.control.LinkThrottle;
import org.beistand.helpdesk.session.control.Source;
import org.beistand.helpdesk.sms.control.SaidReport;
import org.beistand.helpdesk.sms.control.SmsAccounts;
import org.beistand.helpdesk.sms.entity.ReportReading;
import org.beistand.helpdesk.sms.entity.SmsSettings;
import org.beistand.helpdesk.ticket.control.Dispatches;
import org.beistand.helpdesk.ticket.entity.Dispatch;

/**
 * What providers that speak HTTP say later about a message. Each message has an address of its own, whose secret says
 * whose it is: nobody else's report about it is believed, and it says nothing about any other.
 */
@ApplicationScoped
public class SmsReports {

    static final String PATH = "/api/v1/sms/reports/";

    @Inject
    SmsAccounts accounts;

    @Inject
    Dispatches dispatches;

    @Inject
    LinkThrottle throttle;

    @Inject
    Transactions transactions;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /** How a report was received. */
    public enum Received {
        TAKEN,
        /** The message is only just being handed over: the provider may come again. */
        TOO_EARLY,
        UNKNOWN,
        TOO_MANY
    }

    /**
     * A new address for the reports about one message; those it had before are void. In the caller's transaction.
     *
     * @param base public address without a trailing slash
     */
    String address(String base, UUID dispatch) {
        var token = SecretToken.random(random);
        accounts.expectReport(token.hash(), dispatch);
        return base + PATH + token.value();
    }

    /** An address like any other, at which nobody waits: for trying a provider out. */
    String nobodysAddress(String base) {
        return base + PATH + SecretToken.random(random).value();
    }

    /** Says nothing about why an address is not known. */
    public Received take(String presented, Source source, SaidReport said) {
        if (!throttle.mayTry(source)) {
            return Received.TOO_MANY;
        }
        var known = SecretToken.presented(presented)
                .flatMap(token ->
                        CurrentCompany.forInstallation(() -> transactions.of(() -> accounts.reported(token.hash()))));
        if (known.isEmpty()) {
            throttle.missed(source);
            return Received.UNKNOWN;
        }
        return CurrentCompany.call(
                known.get().company(),
                () -> transactions.of(() -> take(known.get().dispatch(), said)));
    }

    private Received take(UUID id, SaidReport said) {
        var reading = accounts.current().map(SmsSettings::reports).orElseGet(ReportReading::usual);
        String word = said.value(reading.field()).orElse("");
        return switch (reading.fate(word)) {
            case OPEN -> Received.TAKEN;
            case DELIVERED -> note(id, true, word);
            case FAILED -> note(id, false, word);
        };
    }

    private Received note(UUID id, boolean arrived, String word) {
        // What is still being handed over would be called sent a moment later, whatever is written here now.
        if (dispatches
                .find(id)
                .filter(waiting -> waiting.state() == Dispatch.State.QUEUED)
                .isPresent()) {
            return Received.TOO_EARLY;
        }
        boolean there = dispatches.change(id, sent -> sent.reported(arrived, word, clock.instant()));
        return there ? Received.TAKEN : Received.UNKNOWN;
    }
}
