package org.beistand.helpdesk.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beistand.helpdesk.identity.entity.Account;
import org.beistand.helpdesk.identity.entity.AccountAlias;
import org.beistand.helpdesk.identity.entity.AccountLogin;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;

/** The accounts of the current company. */
@ApplicationScoped
public class Accounts {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    /** @throws LoginNameTakenException when the company already has that login name */
    public void add(Account account) {
        if (byLoginName(account.loginName()).isPresent()) {
            throw new LoginNameTakenException();
        }
        entities.persist(account);
        entities.persist(new AccountLogin(account, CurrentCompany.require()));
    }

    /** @throws LoginNameTakenException when another account of the company has that login name */
    public void rename(Account account, String loginName) {
        if (byLoginName(loginName)
                .filter(other -> !other.id().equals(account.id()))
                .isPresent()) {
            throw new LoginNameTakenException();
        }
        account.rename(loginName);
        entities.find(AccountLogin.class, account.id()).follow(account);
    }

    /** Replaces the account's further names; one that another account of the company has stays with that. */
    public void alsoCall(Account account, Set<String> names) {
        UUID company = CurrentCompany.require();
        List<AccountAlias> known = entities.createQuery(
                        "from AccountAlias where company = :company and (accountId = :account or name in :names)",
                        AccountAlias.class)
                .setParameter("company", company)
                .setParameter("account", account.id())
                .setParameter("names", names.isEmpty() ? Set.of("") : names)
                .getResultList();
        known.stream()
                .filter(alias -> alias.accountId().equals(account.id()) && !names.contains(alias.name()))
                .forEach(entities::remove);
        Set<String> there = known.stream().map(AccountAlias::name).collect(Collectors.toSet());
        names.stream()
                .filter(name -> !there.contains(name))
                .forEach(name -> entities.persist(new AccountAlias(account.id(), company, name)));
    }

    public Optional<Account> byId(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id));
    }

    public Optional<Account> byLoginName(String loginName) {
        return entities.createQuery("from Account where loginName = :name", Account.class)
                .setParameter("name", Account.normalise(loginName))
                .getResultStream()
                .findFirst();
    }

    public List<Account> all() {
        return entities.createQuery("from Account order by loginName", Account.class)
                .getResultList();
    }
}
