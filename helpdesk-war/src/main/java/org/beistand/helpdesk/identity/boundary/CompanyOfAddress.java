package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;

/** The company that an address means: {@code /c/<short name>/...}, else the host name, else the first company. */
@ApplicationScoped
public class CompanyOfAddress {

    /** Where {@link CompanyPathFilter} leaves what stood in the path. */
    static final String SLUG = "beistand.companySlug";

    @Inject
    CompanyDirectory directory;

    Optional<UUID> inPath(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(SLUG))
                .map(slug -> CurrentCompany.forInstallation(() -> directory.bySlug(slug))
                        .orElseThrow(() -> new NotFoundException("company " + slug))
                        .id());
    }

    Optional<UUID> byHost(HttpServletRequest request) {
        return CurrentCompany.forInstallation(() -> directory.byHostOrFirst(request.getServerName()))
                .map(CompanyCard::id);
    }
}
