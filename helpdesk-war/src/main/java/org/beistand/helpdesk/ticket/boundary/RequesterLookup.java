package org.beistand.helpdesk.ticket.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.beistand.helpdesk.customer.control.Customers;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.platform.faces.Language;

/**
 * Finds the person who asks for help. A person is written {@code Anna Berg <anna@example.org>}, which people read as well
 * as the look-up does; the address tells two of one name apart.
 */
@ApplicationScoped
@Transactional
public class RequesterLookup {

    /** More than this and typing one more letter is faster than reading. */
    private static final int SUGGESTIONS = 8;

    private static final int LONGEST_NAME = 200;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{1,185}");
    private static final Pattern WRITTEN = Pattern.compile("(?:.*<)?([^\\s<>]+@[^\\s<>]+)>?\\s*");

    @Inject
    Customers customers;

    @Inject
    Clock clock;

    @Inject
    Language language;

    /** Those whose name or address contains what was typed. */
    public List<String> matching(String typed) {
        return customers.matching(typed, SUGGESTIONS).stream()
                .map(customer -> customer.name() + " <" + customer.email() + ">")
                .toList();
    }

    /** The known person that was chosen or whose address was typed. */
    Optional<UUID> chosen(String written) {
        var matcher = WRITTEN.matcher(written);
        return matcher.matches() ? customers.byEmail(matcher.group(1)).map(Customer::id) : Optional.empty();
    }

    static boolean isAddress(String text) {
        return EMAIL.matcher(text).matches();
    }

    static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST_NAME;
    }

    /** A person added by name and address, or the known one of that address; empty unless both are usable. */
    Optional<UUID> added(String name, String email) {
        var address = email.strip();
        var called = name.strip();
        if (!isAddress(address) || !isName(called)) {
            return Optional.empty();
        }
        return Optional.of(customers
                .byEmail(address)
                .orElseGet(() -> {
                    var customer = new Customer(called, address, language.locale(), clock.instant());
                    customers.add(customer);
                    return customer;
                })
                .id());
    }
}
