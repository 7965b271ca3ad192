package org.beistand.helpdesk.ticket.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.customer.control.Customers;
import org.beistand.helpdesk.intake.control.IntakeChannels;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.technician.control.Technicians;
import org.beistand.helpdesk.ticket.control.TicketEvent.TicketChanged;
import org.beistand.helpdesk.ticket.control.TicketEvent.TicketCreated;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.FieldChange;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.helpdesk.ticket.entity.TicketEdit;
import org.beistand.helpdesk.ticket.entity.TicketEdit.Assignee;
import org.beistand.helpdesk.ticket.entity.TicketField;
import org.beistand.helpdesk.ticket.entity.TicketPriority;

/** Opens tickets and changes their fields, with history, search words and events. Runs in the caller's transaction. */
@ApplicationScoped
public class TicketChanges {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Tickets tickets;

    @Inject
    Customers customers;

    @Inject
    IntakeChannels channels;

    @Inject
    Technicians technicians;

    @Inject
    TicketCounter counter;

    @Inject
    TicketWords words;

    @Inject
    Event<TicketEvent> events;

    @Inject
    Clock clock;

    /** A request for help before it is a ticket. */
    public record NewTicket(
            UUID requester,
            String subject,
            String description,
            TicketPriority priority,
            Optional<UUID> channel,
            Optional<UUID> assignee) {}

    /** @throws NotFoundException if requester, channel or assignee is not one of the company's */
    public Ticket open(NewTicket wanted, Author author) {
        requireKnown(Optional.of(wanted.requester()), wanted.channel(), wanted.assignee());
        var now = clock.instant();
        // The text is checked before a number is taken.
        var ticket = Ticket.open(UUID.randomUUID(), wanted.requester(), wanted.subject(), wanted.description(), now)
                .arrivingBy(wanted.channel(), wanted.priority())
                .numbered(counter.next());
        entities.persist(ticket);
        wanted.assignee().ifPresent(technician -> {
            var edit = TicketEdit.nothing().withAssignee(Optional.of(technician));
            ticket.change(edit, author, now).forEach(entities::persist);
        });
        words.refresh(ticket);
        events.fire(TicketCreated.of(CurrentCompany.require(), ticket, author));
        return ticket;
    }

    /**
     * Changes what the edit says.
     *
     * @param expectedVersion the version the author saw
     * @throws org.beistand.helpdesk.ticket.entity.StaleTicketException if somebody changed the ticket since; nothing is
     *     changed then
     * @throws NotFoundException if the ticket, or somebody the edit names, is not one of the company's
     */
    public List<FieldChange> change(UUID ticketId, long expectedVersion, TicketEdit edit, Author author) {
        var ticket = tickets.requireForUpdate(ticketId);
        ticket.requireVersion(expectedVersion);
        return apply(ticket, edit, author);
    }

    /** As {@link #change}, for a ticket that the caller holds locked. */
    List<FieldChange> apply(Ticket ticket, TicketEdit edit, Author author) {
        requireKnown(edit.requester(), edit.channel(), edit.assignee().flatMap(Assignee::technician));
        var changes = ticket.change(edit, author, clock.instant());
        changes.forEach(entities::persist);
        if (changes.stream().anyMatch(TicketChanges::isSearched)) {
            words.refresh(ticket);
        }
        if (!changes.isEmpty()) {
            entities.flush();
            events.fire(TicketChanged.of(CurrentCompany.require(), ticket, changes));
        }
        return changes;
    }

    private static boolean isSearched(FieldChange change) {
        return change.field() == TicketField.SUBJECT
                || change.field() == TicketField.DESCRIPTION
                || change.field() == TicketField.REQUESTER;
    }

    private void requireKnown(Optional<UUID> requester, Optional<UUID> channel, Optional<UUID> assignee) {
        requester.filter(id -> customers.byId(id).isEmpty()).ifPresent(id -> unknown("customer", id));
        channel.filter(id -> channels.byId(id).isEmpty()).ifPresent(id -> unknown("channel", id));
        assignee.filter(id -> technicians.byId(id).isEmpty()).ifPresent(id -> unknown("technician", id));
    }

    private static void unknown(String kind, UUID id) {
        throw new NotFoundException(kind + " " + id);
    }
}
