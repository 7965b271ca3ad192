package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.identity.boundary.PeopleAdministration.AccountCard;
import org.beistand.helpdesk.identity.control.Accounts;
import org.beistand.helpdesk.identity.control.ApiTokens;
import org.beistand.helpdesk.identity.control.LoginNameTakenException;
import org.beistand.helpdesk.identity.control.PasswordHashing;
import org.beistand.helpdesk.identity.entity.Account;
import org.beistand.helpdesk.platform.problem.ForbiddenException;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.Role;

/**
 * Accounts that another room keeps in step with another system, in its transaction. Nobody is asked for a role here: who
 * keeps accounts has checked. A master administrator's account is nobody's to keep.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class KeptAccounts {

    @Inject
    Accounts accounts;

    @Inject
    ApiTokens tokens;

    @Inject
    PasswordHashing hashing;

    @Inject
    Event<AccountCreated> created;

    @Inject
    Clock clock;

    /** Every account of the company, by login name. */
    public List<AccountCard> all() {
        return accounts.all().stream().map(AccountCard::of).toList();
    }

    /** An account without a password of its own. @throws LoginNameTakenException when the name is not free */
    public UUID open(String loginName, String displayName, String department, String email, Role role) {
        var account = new Account(loginName, hashing.ofNothing(), below(role), clock.instant());
        accounts.add(account);
        created.fire(new AccountCreated(account.id(), displayName, department, email));
        return account.id();
    }

    /** @throws LoginNameTakenException when the name is not free */
    public void rename(UUID id, String loginName) {
        accounts.rename(account(id), loginName);
    }

    public void give(UUID id, Role role) {
        account(id).promoteTo(below(role));
    }

    /** Replaces the further names that the person may sign in with. */
    public void alsoCall(UUID id, Set<String> names) {
        accounts.alsoCall(account(id), names);
    }

    /** Nobody signs in with it any more; who is signed in is out, and its tokens are worth nothing, also if it is opened again. */
    public void close(UUID id) {
        Account account = account(id);
        account.deactivate();
        account.endSessions(clock.instant());
        tokens.revokeAllOf(id, clock.instant());
    }

    public void reopen(UUID id) {
        account(id).activate();
    }

    private static Role below(Role role) {
        if (role == Role.MASTER_ADMINISTRATOR) {
            throw new ForbiddenException("a master administrator is made by hand only");
        }
        return role;
    }

    private Account account(UUID id) {
        Account account = accounts.byId(id).orElseThrow(() -> new NotFoundException("account " + id));
        below(account.role());
        return account;
    }
}
