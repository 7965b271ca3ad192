package org.beistand.helpdesk.sms.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.beistand.helpdesk.invitation.control.InvitationRequested;
import org.beistand.helpdesk.invitation.control.Invitations;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.outbox.boundary.Transactions;
import org.beistand.helpdesk.outbox.control.OutboxDestination;
import org.beistand.helpdesk.outbox.entity.OutboxEvent;
import org.beistand.helpdesk.platform.event.DomainEvent;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.sms.control.EarlyReceipts;
import org.beistand.helpdesk.sms.control.InvitationTexts;
import org.beistand.helpdesk.sms.control.SmsAccounts;
import org.beistand.helpdesk.ticket.control.Dispatches;
import org.beistand.helpdesk.ticket.entity.Dispatch;
import org.beistand.integration.Outcome;
import org.beistand.integration.sms.PhoneNumber;
import org.beistand.integration.sms.Receipt;
import org.beistand.integration.sms.SmsGateway;
import org.beistand.integration.sms.SmsMessage;

/** Sends a company's invitations by text message, and writes into the ticket what the centre says about them later. */
@ApplicationScoped
public class SmsDestination implements OutboxDestination {

    public static final String NAME = "sms";

    /** Why a message waits that was given to the provider, until it is known what came of it. */
    private static final String HANDING_OVER = "handing-over";

    private static final System.Logger LOG = System.getLogger(SmsDestination.class.getName());

    @Inject
    SmsAccounts accounts;

    @Inject
    InvitationTexts texts;

    @Inject
    Invitations invitations;

    @Inject
    Dispatches dispatches;

    @Inject
    Transactions transactions;

    @Inject
    SmsReports reports;

    @Inject
    EarlyReceipts early;

    @Inject
    RunningRoutes routes;

    @Inject
    Clock clock;

    /** What is to be done about an event. */
    private sealed interface Job {
        record Send(UUID dispatch, SmsGateway gateway, SmsMessage message) implements Job {}

        record Done() implements Job {}

        record Never(String reason) implements Job {}

        record SwitchedOff() implements Job {}
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int parallel() {
        return 1;
    }

    @Override
    public boolean wants(DomainEvent event) {
        return event instanceof InvitationRequested invited
                && invited.payload().way().equals(Dispatch.Way.SMS.name());
    }

    @Override
    public Outcome deliver(OutboxEvent event, boolean repeat) {
        return switch (transactions.of(() -> prepare(invitation(event)))) {
            case Job.Done done -> new Outcome.Delivered();
            case Job.Never(String reason) -> new Outcome.Permanent(reason);
            case Job.SwitchedOff off -> new Outcome.Temporary("off", Duration.ZERO, true);
            case Job.Send send -> send(send);
        };
    }

    private Job prepare(UUID id) {
        var own = accounts.sending();
        var dispatch = dispatches.find(id);
        if (own.isEmpty()) {
            return new Job.SwitchedOff();
        }
        if (dispatch.isPresent() && dispatch.get().isOver()) {
            return dispatch.get().state() == Dispatch.State.FAILED ? new Job.Never("too-late") : new Job.Done();
        }
        if (dispatch.isPresent() && dispatch.get().reason().equals(HANDING_OVER)) {
            return new Job.Never("unknown-fate");
        }
        return invitations
                .open(id)
                .<Job>map(opened -> {
                    var gateway = accounts.gateway(own.get());
                    var number = new PhoneNumber(dispatch.orElseThrow().recipient());
                    dispatches.change(id, handed -> handed.waits(HANDING_OVER, clock.instant()));
                    return new Job.Send(
                            id, gateway, new SmsMessage(id, number, texts.text(opened), report(gateway, opened, id)));
                })
                .orElseGet(() -> new Job.Never("too-late"));
    }

    /** Written down before the message goes out: a report may be faster than the answer to the sending. */
    private String report(SmsGateway gateway, Invitations.Opened opened, UUID dispatch) {
        int path = opened.link().lastIndexOf("/join/");
        return gateway instanceof SmsGateway.Web web && web.wantsReports() && path > 0
                ? reports.address(opened.link().substring(0, path), dispatch)
                : "";
    }

    private Outcome send(Job.Send job) {
        var sms = routes.get().sms();
        sms.giveReceiptsTo(this::receipt);
        Outcome outcome = sms.send(job.gateway(), job.message());
        transactions.of(() -> {
            switch (outcome) {
                case Outcome.Delivered delivered -> {
                    dispatches.change(job.dispatch(), sent -> sent.sent(clock.instant()));
                    delivered.record().ifPresent(record -> accounts.expectReceipt(record.id(), job.dispatch()));
                    invitations.wipe(job.dispatch());
                    accounts.noteSent();
                }
                case Outcome.Temporary temporary -> {
                    dispatches.change(job.dispatch(), waiting -> waiting.waits(temporary.reason(), clock.instant()));
                    if (temporary.everybody()) {
                        accounts.noteTrouble(temporary.reason());
                    }
                }
                case Outcome.Permanent permanent -> {
                    // Written down when the delivery is parked, see gaveUp.
                }
            }
            return Boolean.TRUE;
        });
        return outcome;
    }

    /** Hears what a centre still has to say to the current company, without waiting for its next message. */
    public void listen() {
        transactions
                .of(() -> accounts.sending()
                        .filter(own -> accounts.awaitsReceipts())
                        .map(accounts::gateway))
                .ifPresent(gateway -> {
                    var sms = routes.get().sms();
                    sms.giveReceiptsTo(this::receipt);
                    sms.listen(gateway);
                });
    }

    @Override
    public void gaveUp(OutboxEvent event, String reason) {
        UUID id = invitation(event);
        dispatches.change(id, dispatch -> dispatch.failed(reason, clock.instant()));
        invitations.wipe(id);
    }

    /**
     * On a thread of the connection, for whichever company it is. One that overtakes what is written down on sending is
     * refused, and the centre sends it again.
     */
    void receipt(Receipt receipt) {
        CurrentCompany.forInstallation(() -> transactions.of(() -> accounts.expected(receipt.messageId())))
                .ifPresentOrElse(
                        known -> CurrentCompany.run(
                                known.company(),
                                () -> transactions.of(() -> dispatches.change(
                                        known.dispatch(),
                                        sent -> sent.reported(receipt.delivered(), receipt.state(), clock.instant())))),
                        () -> unknown(receipt));
    }

    private void unknown(Receipt receipt) {
        if (early.mayBeExplained(receipt.messageId())) {
            throw new IllegalStateException("a receipt for a message that is not known yet");
        }
        LOG.log(System.Logger.Level.INFO, "A receipt for a message that is not on record was let be");
    }

    private static UUID invitation(OutboxEvent event) {
        try (var reader = Json.createReader(new StringReader(event.payload()))) {
            return UUID.fromString(reader.readObject().getString("invitationId"));
        }
    }
}
