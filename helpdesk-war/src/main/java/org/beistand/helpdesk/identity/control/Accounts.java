package org.beistand.helpdesk.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.identity.entity.Account;
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
