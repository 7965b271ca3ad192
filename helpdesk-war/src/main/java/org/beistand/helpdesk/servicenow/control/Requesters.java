package org.beistand.helpdesk.servicenow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.customer.control.Customers;
import org.beistand.helpdesk.customer.entity.Customer;

/** Callers over there as requesters here. */
@ApplicationScoped
public class Requesters {

    @Inject
    Customers customers;

    @Inject
    Clock clock;

    /**
     * Whoever has that address, made known if need be.
     *
     * @param email may be empty: then nobody known is meant
     * @param name for somebody new; the address if it is empty
     */
    public UUID named(String email, String name) {
        Optional<Customer> known = email.isEmpty() ? Optional.empty() : customers.byEmail(email);
        return known.orElseGet(() -> {
                    var fresh = new Customer(name.isBlank() ? email : name, email, Locale.ENGLISH, clock.instant());
                    customers.add(fresh);
                    return fresh;
                })
                .id();
    }
}
