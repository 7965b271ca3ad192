package org.beistand.helpdesk.admin.boundary;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.identity.boundary.PeopleAdministration;
import org.beistand.helpdesk.identity.control.PasswordHashing;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.technician.boundary.TechnicianDirectory;
import org.jspecify.annotations.Nullable;

/** The page {@code /admin/person?id=...}: one person of the service desk. */
@Named
@ViewScoped
public class PersonPage implements Serializable {

    private String idText = "";
    private @Nullable UUID id;
    private String loginName = "";
    private String displayName = "";
    private String department = "";
    private String email = "";
    private String password = "";
    private Role role = Role.TECHNICIAN;
    private boolean active;

    @Inject
    transient TechnicianDirectory directory;

    @Inject
    transient PeopleAdministration people;

    @Inject
    transient PasswordHashing hashing;

    @Inject
    transient Notices notices;

    /** Before rendering, with the id from the address. */
    public void load() {
        UUID wanted = parse(idText);
        var card = directory.byId(wanted).orElseThrow(() -> new NotFoundException("person " + idText));
        var account = people.card(wanted);
        id = wanted;
        loginName = account.loginName();
        role = account.role();
        active = account.active();
        displayName = card.displayName();
        department = card.department();
        email = card.email();
    }

    public String save() {
        UUID known = known();
        people.changeRole(known, role);
        directory.describe(known, displayName, department, email);
        notices.saved();
        return back();
    }

    public String resetPassword() {
        people.resetPassword(known(), hashing.hash(password));
        notices.say("people.password_reset");
        return back();
    }

    public String deactivate() {
        people.deactivate(known());
        directory.setActive(known(), false);
        notices.saved();
        return back();
    }

    public String activate() {
        people.activate(known());
        directory.setActive(known(), true);
        notices.saved();
        return back();
    }

    private String back() {
        return "/admin/person?faces-redirect=true&id=" + known();
    }

    private UUID known() {
        UUID known = id;
        if (known == null) {
            throw new NotFoundException("person of an unopened page");
        }
        return known;
    }

    private static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("person " + text);
        }
    }

    public String getIdText() {
        return idText;
    }

    public void setIdText(String idText) {
        this.idText = idText;
    }

    public String getLoginName() {
        return loginName;
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

    public boolean isActive() {
        return active;
    }

    /** Those that the caller may give. */
    public List<Role> getRoles() {
        return people.rolesToGive();
    }
}
