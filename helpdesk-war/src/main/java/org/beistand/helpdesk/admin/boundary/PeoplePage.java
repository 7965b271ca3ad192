package org.beistand.helpdesk.admin.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.identity.boundary.PeopleAdministration;
import org.beistand.helpdesk.identity.boundary.PeopleAdministration.NewPerson;
import org.beistand.helpdesk.identity.control.PasswordHashing;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.technician.boundary.TechnicianDirectory;
import org.beistand.helpdesk.technician.boundary.TechnicianDirectory.TechnicianCard;

/** The page {@code /admin/people}: everybody of the service desk, and a form for somebody new. */
@Named
@RequestScoped
public class PeoplePage {

    private String loginName = "";
    private String displayName = "";
    private String department = "";
    private String email = "";
    private String password = "";
    private Role role = Role.TECHNICIAN;

    @Inject
    TechnicianDirectory directory;

    @Inject
    PeopleAdministration people;

    @Inject
    PasswordHashing hashing;

    @Inject
    Notices notices;

    public List<Person> getAll() {
        return directory.all().stream().map(this::person).toList();
    }

    public String add() {
        var person = new NewPerson(
                loginName, displayName.strip(), department.strip(), email.strip(), role, hashing.hash(password));
        UUID id = people.add(person);
        notices.say("people.added", displayName.strip());
        return "/admin/person?faces-redirect=true&id=" + id;
    }

    private Person person(TechnicianCard card) {
        var account = people.card(card.id());
        return new Person(card, account.loginName(), account.role(), account.active());
    }

    /** Those that the caller may give. */
    public List<Role> getRoles() {
        return people.rolesToGive();
    }

    public String getLoginName() {
        return loginName;
    }

    public void setLoginName(String loginName) {
        this.loginName = loginName;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getDepartment() {
        return department;
    }

    public void setDepartment(String department) {
        this.department = department;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    /** Never shown again. */
    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    /** A row of the list. */
    public record Person(TechnicianCard card, String loginName, Role role, boolean active) {}
}
