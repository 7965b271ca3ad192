package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.identity.control.Companies;
import org.beistand.helpdesk.identity.entity.Company;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;

/** Looks companies up for other components. Works with or without a current company. */
@ApplicationScoped
@Transactional
public class CompanyDirectory {

    @Inject
    Companies companies;

    public Optional<CompanyCard> bySlug(String slug) {
        return companies.bySlug(slug).map(CompanyCard::of);
    }

    public Optional<CompanyCard> byId(UUID id) {
        return companies.byId(id).map(CompanyCard::of);
    }

    /** The company of that host name, else the first one of the installation; empty before the first start. */
    public Optional<CompanyCard> byHostOrFirst(String host) {
        return companies
                .byHostName(host)
                .or(() -> companies.all().stream().filter(Company::isActive).findFirst())
                .map(CompanyCard::of);
    }

    /** Every company, for work that goes through all of them; oldest first. */
    public List<UUID> allIds() {
        return companies.all().stream().map(Company::id).toList();
    }

    /** The company this thread works for. */
    public CompanyCard current() {
        UUID id = CurrentCompany.require();
        return byId(id).orElseThrow(() -> new NotFoundException("company " + id));
    }
}
