package org.beistand.helpdesk.ticket.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beistand.helpdesk.intake.control.IntakeChannels;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.technician.control.Technicians;
import org.beistand.helpdesk.technician.entity.Technician;
import org.beistand.helpdesk.ticket.boundary.TicketView.ChannelView;
import org.beistand.helpdesk.ticket.control.TicketCursor;
import org.beistand.helpdesk.ticket.control.TicketFilter;
import org.beistand.helpdesk.ticket.control.TicketFilter.Anybody;
import org.beistand.helpdesk.ticket.control.TicketFilter.Assigned;
import org.beistand.helpdesk.ticket.control.TicketFilter.Nobody;
import org.beistand.helpdesk.ticket.control.TicketFilter.OneOf;
import org.beistand.helpdesk.ticket.control.TicketOrder;
import org.beistand.helpdesk.ticket.control.Tickets;

/** The lists a technician looks at, for pages and programs. */
@ApplicationScoped
@Transactional
public class TicketListing {

    @Inject
    Tickets tickets;

    @Inject
    Technicians technicians;

    @Inject
    IntakeChannels channels;

    @Inject
    CurrentCaller caller;

    /** A numbered page, for people. */
    public Tickets.Page page(TicketFilter filter, TicketOrder order, int offset, int limit) {
        return tickets.page(filter, order, offset, limit);
    }

    /** The rows after a cursor, for programs. */
    public Tickets.Slice slice(TicketFilter filter, TicketOrder order, Optional<TicketCursor> cursor, int limit) {
        return tickets.slice(filter, order, cursor, limit);
    }

    /** How many tickets the filter finds, as far as anybody wants to know. */
    public int count(TicketFilter filter) {
        return tickets.count(filter);
    }

    /**
     * Whose tickets are meant by {@code me}, {@code none}, {@code team}, {@code anybody} or a technician's id.
     *
     * @throws InvalidFieldException for anything else
     */
    public Assigned assigned(String word) {
        return switch (word) {
            case "", "anybody" -> new Anybody();
            case "none" -> new Nobody();
            case "me" -> new OneOf(Set.of(me()));
            case "team" -> new OneOf(team());
            default -> new OneOf(Set.of(JsonFields.readId("assignee", word)));
        };
    }

    /** A channel of the company by its id; empty for anything else. */
    Optional<UUID> channel(String id) {
        return channels().stream()
                .map(ChannelView::id)
                .filter(known -> known.toString().equals(id))
                .findFirst();
    }

    /** The company's channels, by name. */
    public List<ChannelView> channels() {
        return channels.all().stream()
                .map(channel -> new ChannelView(channel.id(), channel.name()))
                .toList();
    }

    /** Whom a ticket can be given to, by name. */
    public List<PersonView> technicians() {
        return technicians.active().stream().map(PersonView::of).toList();
    }

    /** Everybody of the caller's department, the caller included. */
    private Set<UUID> team() {
        var department = technicians.byId(me()).map(Technician::department).orElse("");
        return technicians.all().stream()
                .filter(colleague -> colleague.id().equals(me())
                        || !department.isEmpty() && colleague.department().equals(department))
                .map(Technician::id)
                .collect(Collectors.toSet());
    }

    private UUID me() {
        return caller.require().accountId();
    }
}
