package org.beistand.helpdesk.mail.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.invitation.control.InvitationRequested;
import org.beistand.helpdesk.invitation.control.Invitations;
import org.beistand.helpdesk.mail.control.InvitationLetters;
import org.beistand.helpdesk.mail.control.MailAccounts;
import org.beistand.helpdesk.mail.control.MailMessages;
import org.beistand.helpdesk.mail.control.MailMessages.Noted;
import org.beistand.helpdesk.mail.control.ReplyLetters;
import org.beistand.helpdesk.mail.entity.MailMessage.Fate;
import org.beistand.helpdesk.mail.entity.MailOutgoing;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.outbox.boundary.Transactions;
import org.beistand.helpdesk.outbox.control.OutboxDestination;
import org.beistand.helpdesk.outbox.entity.OutboxEvent;
import org.beistand.helpdesk.platform.event.DomainEvent;
import org.beistand.helpdesk.ticket.control.Dispatches;
import org.beistand.helpdesk.ticket.control.TicketEvent.PublicReplyAdded;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.Dispatch;
import org.beistand.integration.Outcome;
import org.beistand.integration.mail.MailServer;
import org.beistand.integration.mail.OutgoingMail;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends a company's e-mail. A message is prepared, and its Message-ID remembered, before the server hears of it; what
 * became of it is written into the ticket after. Killed in between, it is sent again under the same Message-ID.
 */
@ApplicationScoped
public class MailDestination implements OutboxDestination {

    public static final String NAME = "mail";

    @Inject
    MailAccounts accounts;

    @Inject
    MailMessages messages;

    @Inject
    Invitations invitations;

    @Inject
    InvitationLetters invitationLetters;

    @Inject
    ReplyLetters replyLetters;

    @Inject
    TicketTimeline timeline;

    @Inject
    Dispatches dispatches;

    @Inject
    Transactions transactions;

    @Inject
    RunningRoutes routes;

    @Inject
    Clock clock;

    /** Providers allow few connections at a time. */
    @Inject
    @ConfigProperty(name = "beistand.mail.parallel", defaultValue = "2")
    Integer parallel = 2;

    /** What is to be done about an event. */
    private sealed interface Job {
        record Send(UUID dispatch, MailServer server, OutgoingMail mail) implements Job {}

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
        return parallel;
    }

    @Override
    public boolean wants(DomainEvent event) {
        return switch (event) {
            case InvitationRequested invited -> invited.payload().way().equals(Dispatch.Way.MAIL.name());
            // What came from the requester, or from another system that writes to them itself, is not sent to them.
            case PublicReplyAdded reply ->
                reply.payload().authorKind().equals(Author.Kind.TECHNICIAN.name())
                        && accounts.sending().isPresent();
            default -> false;
        };
    }

    @Override
    public Outcome deliver(OutboxEvent event, boolean repeat) {
        return switch (transactions.of(() -> prepare(event))) {
            case Job.Done done -> new Outcome.Delivered();
            case Job.Never(String reason) -> new Outcome.Permanent(reason);
            case Job.SwitchedOff off -> new Outcome.Temporary("off", Duration.ZERO, true);
            case Job.Send send -> send(send);
        };
    }

    private Outcome send(Job.Send job) {
        Outcome outcome = routes.get().mail().send(job.server(), job.mail());
        transactions.of(() -> {
            switch (outcome) {
                case Outcome.Delivered delivered -> {
                    dispatches.change(job.dispatch(), sent -> sent.sent(clock.instant()));
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

    @Override
    public void gaveUp(OutboxEvent event, String reason) {
        UUID id = dispatchId(event);
        dispatches.change(id, dispatch -> dispatch.failed(reason, clock.instant()));
        invitations.wipe(id);
    }

    private Job prepare(OutboxEvent event) {
        Optional<MailOutgoing> own = accounts.sending();
        if (own.isEmpty()) {
            return new Job.SwitchedOff();
        }
        UUID id = dispatchId(event);
        return event.type().equals(InvitationRequested.TYPE)
                ? invitation(id, event, own.get())
                : reply(id, event, own.get());
    }

    private Job reply(UUID id, OutboxEvent event, MailOutgoing own) {
        if (dispatches
                .find(id)
                .filter(sent -> sent.state() == Dispatch.State.SENT)
                .isPresent()) {
            return new Job.Done();
        }
        Optional<OutgoingMail> letter = replyLetters.letter(id, accounts.sender(own));
        // A requester without an address reads it elsewhere.
        return letter.<Job>map(mail -> {
                    var reply = timeline.publicReply(id).orElseThrow();
                    dispatches.queue(
                            id,
                            reply.ticketId(),
                            Dispatch.Way.MAIL,
                            Dispatch.Purpose.REPLY,
                            mail.to().address(),
                            reply.author());
                    return remembered(event, new Job.Send(id, accounts.server(own.access()), mail));
                })
                .orElseGet(Job.Done::new);
    }

    private Job invitation(UUID id, OutboxEvent event, MailOutgoing own) {
        var dispatch = dispatches.find(id);
        if (dispatch.isPresent() && dispatch.get().isOver()) {
            return dispatch.get().state() == Dispatch.State.FAILED ? new Job.Never("too-late") : new Job.Done();
        }
        return invitations
                .open(id)
                .<Job>map(opened -> remembered(
                        event,
                        new Job.Send(
                                id,
                                accounts.server(own.access()),
                                invitationLetters.letter(
                                        id,
                                        accounts.sender(own),
                                        dispatch.orElseThrow().recipient(),
                                        opened))))
                .orElseGet(() -> new Job.Never("too-late"));
    }

    private Job.Send remembered(OutboxEvent event, Job.Send send) {
        messages.remember(new Noted(
                send.mail().messageId(),
                event.ticketId(),
                Optional.of(send.dispatch()),
                Fate.SENT,
                send.mail().to().address(),
                send.mail().subject(),
                ""));
        return send;
    }

    /** An invitation has one already; an answer's is the answer's own id. */
    private static UUID dispatchId(OutboxEvent event) {
        try (var reader = Json.createReader(new StringReader(event.payload()))) {
            JsonObject payload = reader.readObject();
            return UUID.fromString(
                    event.type().equals(InvitationRequested.TYPE)
                            ? payload.getString("invitationId")
                            : payload.getString("replyId"));
        }
    }
}
