package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.beistand.helpdesk.identity.control.PasswordHashing;
import org.beistand.helpdesk.platform.security.Role;

/** The demo company's service desk. */
@ApplicationScoped
public class DemoPeople implements DemoContent {

    private static final String DESK = "Service Desk";

    @Inject
    PeopleAdministration people;

    @Inject
    PasswordHashing hashing;

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void fill(DemoCompany company) {
        add(company, "maria.lindner", "Maria Lindner", Role.TECHNICIAN);
        add(company, "jonas.weber", "Jonas Weber", Role.TECHNICIAN);
        add(company, "claudia.brandt", "Claudia Brandt", Role.ADMINISTRATOR);
        add(company, "stefan.vogt", "Stefan Vogt", Role.ADMINISTRATOR);
    }

    private void add(DemoCompany company, String loginName, String name, Role role) {
        var person = new PeopleAdministration.NewPerson(
                loginName, name, DESK, loginName + "@demo.example", role, hashing.hash(company.password()));
        people.addBySystem(person);
    }
}
