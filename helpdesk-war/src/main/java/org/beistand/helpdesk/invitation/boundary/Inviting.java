package org.beistand.helpdesk.invitation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.customer.control.Customers;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.invitation.control.InvitationPolicies;
import org.beistand.helpdesk.invitation.control.InvitationRequested;
import org.beistand.helpdesk.invitation.control.InvitationRuleException;
import org.beistand.helpdesk.invitation.control.InvitationWays;
import org.beistand.helpdesk.invitation.control.Invitations;
import org.beistand.helpdesk.invitation.control.Invitations.Secret;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.session.boundary.SupportSessions;
import org.beistand.helpdesk.ticket.control.Dispatches;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.Dispatch;
import org.beistand.helpdesk.ticket.entity.Dispatch.Purpose;
import org.beistand.helpdesk.ticket.entity.Dispatch.Way;

/**
 * A technician's click on "invite": counted, written into the ticket as queued, and handed to the outbox, in one
 * transaction. The message itself is written when it is sent. SESSION-FLOW 2.
 */
@ApplicationScoped
public class Inviting {

    @Inject
    SupportSessions sessions;

    @Inject
    InvitationPolicies policies;

    @Inject
    Invitations invitations;

    @Inject
    Dispatches dispatches;

    @Inject
    Tickets tickets;

    @Inject
    Customers customers;

    @Inject
    InvitationWays ways;

    @Inject
    Event<InvitationRequested> events;

    @Inject
    Clock clock;

    /**
     * What is to be sent.
     *
     * @param recipient empty for the requester's own address or number
     * @param pin as the technician's page shows it, or empty; sent only if the company wants that
     * @param address our own, below which the link works, without a trailing slash
     */
    public record Wish(UUID session, Way way, String recipient, String pin, String address) {
        @Override
        public String toString() {
            return "Wish[" + session + ", " + way + "]";
        }
    }

    /**
     * Sends an invitation, soon.
     *
     * @return id of its entry in the ticket
     * @throws InvitationRuleException if the way is off, the recipient cannot be used, or the limit is reached
     */
    @Transactional
    public UUID invite(Caller caller, Wish wish) {
        var way = ways.on(wish.way()).orElseThrow(() -> InvitationRuleException.invalid("off." + wish.way()));
        var link = sessions.passOn(caller, wish.session());
        UUID ticket = link.invitation().ticketId();
        var requester = customers.byId(tickets.require(ticket).requesterId());
        String recipient = way.readable(wish.recipient().isBlank() ? own(requester, wish.way()) : wish.recipient())
                .orElseThrow(() -> InvitationRuleException.invalid("recipient." + wish.way()));
        var policy = policies.requireRoom(caller.accountId());
        boolean withPin = wish.way() == Way.MAIL ? policy.isPinByMail() : policy.isPinBySms();
        var author = Author.technician(caller.accountId(), link.invitation().technicianName());
        var dispatch = dispatches.queue(UUID.randomUUID(), ticket, wish.way(), Purpose.INVITATION, recipient, author);
        invitations.keep(
                dispatch.id(),
                wish.session(),
                new Secret(wish.address() + link.path(), withPin ? wish.pin() : ""),
                Locale.forLanguageTag(link.invitation().language()),
                link.expiresAt());
        events.fire(new InvitationRequested(
                CurrentCompany.require(),
                ticket,
                clock.instant(),
                new InvitationRequested.Payload(
                        dispatch.id().toString(),
                        wish.session().toString(),
                        wish.way().name())));
        return dispatch.id();
    }

    /** Where an invitation would go by itself; empty if nothing is known. */
    @Transactional
    public String recipient(UUID ticket, Way way) {
        return own(customers.byId(tickets.require(ticket).requesterId()), way);
    }

    /** What became of one. */
    @Transactional
    public Optional<Dispatch> fate(UUID invitation) {
        return dispatches.find(invitation);
    }

    /** The ways that the current company has switched on. */
    @Transactional
    public List<Way> ways() {
        return ways.on();
    }

    private static String own(Optional<Customer> requester, Way way) {
        return requester
                .map(known -> way == Way.MAIL ? known.email() : known.phone())
                .orElse("");
    }
}
