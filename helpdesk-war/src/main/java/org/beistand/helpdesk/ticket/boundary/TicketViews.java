package org.beistand.helpdesk.ticket.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.customer.control.Customers;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.intake.control.IntakeChannels;
import org.beistand.helpdesk.intake.entity.IntakeChannel;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.technician.control.Technicians;
import org.beistand.helpdesk.technician.entity.Technician;
import org.beistand.helpdesk.ticket.boundary.TicketView.ChannelView;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.helpdesk.ticket.entity.TicketField;

/** Puts names to the ids that tickets and their histories keep. */
@ApplicationScoped
class TicketViews implements EntryView.Names {

    @Inject
    Customers customers;

    @Inject
    Technicians technicians;

    @Inject
    IntakeChannels channels;

    TicketView of(Ticket ticket) {
        var requester = customers
                .byId(ticket.requesterId())
                .orElseThrow(() -> new NotFoundException("requester of " + ticket.number()));
        return new TicketView(
                ticket.id(),
                ticket.number().toString(),
                ticket.version(),
                ticket.subject(),
                ticket.description(),
                ticket.state(),
                ticket.priority(),
                PersonView.of(requester),
                ticket.assigneeId().flatMap(technicians::byId).map(PersonView::of),
                ticket.channelId().flatMap(channels::byId).map(TicketViews::of),
                ticket.device(),
                ticket.createdAt(),
                ticket.activeAt(),
                ticket.state().successors().stream().toList());
    }

    @Override
    public String of(TicketField field, String value) {
        return switch (field) {
            case SUBJECT, DESCRIPTION, STATE, PRIORITY, DEVICE -> value;
            case ASSIGNEE ->
                id(value)
                        .flatMap(technicians::byId)
                        .map(Technician::displayName)
                        .orElse("");
            case REQUESTER ->
                id(value).flatMap(customers::byId).map(Customer::name).orElse("");
            case CHANNEL ->
                id(value).flatMap(channels::byId).map(IntakeChannel::name).orElse("");
        };
    }

    private static Optional<UUID> id(String written) {
        return written.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(written));
    }

    private static ChannelView of(IntakeChannel channel) {
        return new ChannelView(channel.id(), channel.name());
    }
}
