package org.beistand.helpdesk.customer.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.beistand.helpdesk.customer.control.Customers;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.identity.boundary.DemoCompany;
import org.beistand.helpdesk.identity.boundary.DemoContent;

/** The demo company's customers. */
@ApplicationScoped
public class DemoCustomers implements DemoContent {

    @Inject
    Customers customers;

    @Inject
    Clock clock;

    @Override
    public int order() {
        return 200;
    }

    @Override
    @Transactional
    public void fill(DemoCompany company) {
        for (Demo demo : DEMO) {
            var customer = new Customer(demo.name, demo.email, demo.language, clock.instant());
            customer.reachAt(demo.phone, demo.department);
            if (demo.verified) {
                customer.verify();
            }
            customers.add(customer);
        }
    }

    private static final List<Demo> DEMO = List.of(
            new Demo(
                    "Anna Schröder",
                    "anna.schroeder@demo.example",
                    "+49 30 5550 101",
                    "Buchhaltung",
                    Locale.GERMAN,
                    true),
            new Demo("Dr. Peter Kühn", "peter.kuehn@demo.example", "+49 30 5550 102", "Labor 3", Locale.GERMAN, true),
            new Demo("Emily Carter", "emily.carter@demo.example", "+49 30 5550 103", "Marketing", Locale.ENGLISH, true),
            new Demo("Mehmet Yılmaz", "mehmet.yilmaz@demo.example", "+49 30 5550 104", "Lager", Locale.GERMAN, false),
            new Demo("Sofia Rossi", "sofia.rossi@demo.example", "+49 30 5550 105", "Research", Locale.ENGLISH, true),
            new Demo(
                    "Lukas Hoffmann",
                    "lukas.hoffmann@demo.example",
                    "+49 30 5550 106",
                    "Vertrieb",
                    Locale.GERMAN,
                    false));

    private record Demo(
            String name, String email, String phone, String department, Locale language, boolean verified) {}
}
