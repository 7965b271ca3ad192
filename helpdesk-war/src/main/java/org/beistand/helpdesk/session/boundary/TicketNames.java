package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.TicketNumber;

/** Finds the ticket that an address means. */
@ApplicationScoped
@Transactional
public class TicketNames {

    private static final String UUID_SHAPE = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    @Inject
    Tickets tickets;

    /**
     * @param name {@code INC-1042} or the ticket's id
     * @throws NotFoundException when the company has no such ticket
     */
    public UUID idOf(String name) {
        if (name.matches(UUID_SHAPE)) {
            return tickets.require(UUID.fromString(name)).id();
        }
        return TicketNumber.read(name)
                .flatMap(tickets::find)
                .orElseThrow(() -> new NotFoundException("ticket"))
                .id();
    }
}
