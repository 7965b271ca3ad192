package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.identity.control.Accounts;
import org.beistand.helpdesk.identity.entity.Account;
import org.beistand.helpdesk.platform.problem.ForbiddenException;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;

/**
 * Accounts of the current company. Nobody gives away a role above their own, and nobody takes away their own role or
 * account, so that a company is never left without an administrator by a slip.
 */
@ApplicationScoped
@Transactional
public class PeopleAdministration {

    @Inject
    Accounts accounts;

    @Inject
    CurrentCaller current;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    @Inject
    Event<AccountCreated> created;

    /** @return the account's id, which is also the technician's */
    public UUID add(NewPerson person) {
        Caller caller = mayGive(person.role());
        UUID id = store(person);
        audit.record(
                caller.name(),
                "person.created",
                person.loginName(),
                person.role().name());
        return id;
    }

    /** Every role that is not above the caller's own. */
    public List<Role> rolesToGive() {
        Caller caller = current.require(Role.ADMINISTRATOR);
        return Arrays.stream(Role.values())
                .filter(role -> caller.role().includes(role))
                .toList();
    }

    /** For what the installation itself creates. */
    UUID addBySystem(NewPerson person) {
        return store(person);
    }

    /** @throws NotFoundException when the company has no such account */
    public AccountCard card(UUID id) {
        current.require(Role.ADMINISTRATOR);
        return AccountCard.of(account(id));
    }

    public void changeRole(UUID id, Role role) {
        Account account = account(id);
        if (account.role() == role) {
            return;
        }
        Caller caller = mayTouch(account, role);
        String detail = account.role() + " -> " + role;
        account.promoteTo(role);
        audit.record(caller.name(), "person.role_changed", account.loginName(), detail);
    }

    public void deactivate(UUID id) {
        Account account = account(id);
        Caller caller = mayTouch(account, account.role());
        account.deactivate();
        audit.record(caller.name(), "person.deactivated", account.loginName(), "");
    }

    public void activate(UUID id) {
        Account account = account(id);
        Caller caller = mayTouch(account, account.role());
        account.activate();
        audit.record(caller.name(), "person.activated", account.loginName(), "");
    }

    /** Ends every session of that person. */
    public void resetPassword(UUID id, String newHash) {
        Account account = account(id);
        Caller caller = mayGive(account.role());
        account.changePassword(newHash, clock.instant());
        audit.record(caller.name(), "person.password_reset", account.loginName(), "");
    }

    private UUID store(NewPerson person) {
        var account = new Account(person.loginName(), person.passwordHash(), person.role(), clock.instant());
        accounts.add(account);
        created.fire(new AccountCreated(account.id(), person.displayName(), person.department(), person.email()));
        return account.id();
    }

    private Caller mayTouch(Account account, Role target) {
        Caller caller = mayGive(account.role());
        if (caller.accountId().equals(account.id())) {
            throw new ForbiddenException("nobody changes their own role or account");
        }
        return target.equals(account.role()) ? caller : mayGive(target);
    }

    private Caller mayGive(Role role) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        if (!caller.role().includes(role)) {
            throw new ForbiddenException(caller + " may not deal with " + role);
        }
        return caller;
    }

    private Account account(UUID id) {
        return accounts.byId(id).orElseThrow(() -> new NotFoundException("account " + id));
    }

    /** @param passwordHash made before, because hashing is slow and needs no transaction */
    public record NewPerson(
            String loginName, String displayName, String department, String email, Role role, String passwordHash) {
        @Override
        public String toString() {
            return "NewPerson[" + loginName + "]";
        }
    }

    /** @param language tag, or empty for the browser's */
    public record AccountCard(UUID id, String loginName, Role role, boolean active, String language) {
        static AccountCard of(Account account) {
            return new AccountCard(
                    account.id(),
                    account.loginName(),
                    account.role(),
                    account.isActive(),
                    account.language().orElse(""));
        }
    }
}
