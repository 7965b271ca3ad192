package org.beistand.helpdesk.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.identity.entity.Account;
import org.beistand.helpdesk.identity.entity.AccountLogin;
import org.beistand.helpdesk.identity.entity.CompanySlug;

/** Finds the account that a login name means, across companies. Only within {@code CurrentCompany.forInstallation}. */
@ApplicationScoped
public class LoginIndex {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    /**
     * @param typed {@code name}, or {@code company/name} when several companies know the name; the name may be one of those
     *     that a directory knows the person by
     * @return empty when nobody or more than one is meant. A plain name that several know is the first company's own, if
     *     one of them is there: nobody whom another company lets in can shut the installation's administrator out
     */
    public Optional<AccountLogin> find(String typed) {
        int slash = typed.indexOf('/');
        List<AccountLogin> found =
                slash < 0 ? byName(typed) : byCompanyAndName(typed.substring(0, slash), typed.substring(slash + 1));
        List<AccountLogin> meant = found.isEmpty()
                ? byAlias(slash < 0 ? "" : typed.substring(0, slash), typed.substring(slash + 1))
                : found;
        if (meant.size() > 1 && slash < 0) {
            return byCompanyAndName(CompanySlug.FIRST.text(), typed).stream().findFirst();
        }
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private List<AccountLogin> byAlias(String slug, String name) {
        return entities.createQuery(
                        "select l from AccountLogin l join AccountAlias a on a.accountId = l.accountId"
                                + " join Company c on c.id = l.company"
                                + " where a.name = :name and (:slug = '' or c.slug = :slug)",
                        AccountLogin.class)
                .setParameter("slug", Account.normalise(slug))
                .setParameter("name", Account.normalise(name))
                .setMaxResults(2)
                .getResultList();
    }

    /** The account of that name in a known company. */
    public Optional<AccountLogin> find(UUID company, String name) {
        return entities.createQuery(
                        "from AccountLogin where company = :company and loginName = :name", AccountLogin.class)
                .setParameter("company", company)
                .setParameter("name", Account.normalise(name))
                .getResultStream()
                .findFirst();
    }

    private List<AccountLogin> byName(String name) {
        return entities.createQuery("from AccountLogin where loginName = :name", AccountLogin.class)
                .setParameter("name", Account.normalise(name))
                .setMaxResults(2)
                .getResultList();
    }

    private List<AccountLogin> byCompanyAndName(String slug, String name) {
        return entities.createQuery(
                        "select l from AccountLogin l join Company c on c.id = l.company"
                                + " where c.slug = :slug and l.loginName = :name",
                        AccountLogin.class)
                .setParameter("slug", Account.normalise(slug))
                .setParameter("name", Account.normalise(name))
                .getResultList();
    }
}
