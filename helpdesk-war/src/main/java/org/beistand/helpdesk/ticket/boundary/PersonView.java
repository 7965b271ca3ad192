package org.beistand.helpdesk.ticket.boundary;

import java.util.UUID;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.technician.entity.Technician;

/** A customer or technician as a ticket names them. */
public record PersonView(UUID id, String name, String email, boolean verified) {

    static PersonView of(Customer customer) {
        return new PersonView(customer.id(), customer.name(), customer.email(), customer.isVerified());
    }

    static PersonView of(Technician technician) {
        return new PersonView(technician.id(), technician.displayName(), technician.email(), true);
    }
}
