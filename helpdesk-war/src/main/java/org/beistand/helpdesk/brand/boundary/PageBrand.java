package org.beistand.helpdesk.brand.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.beistand.helpdesk.identity.boundary.CompanyCard;
import org.beistand.helpdesk.identity.boundary.CompanyDirectory;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.jspecify.annotations.Nullable;

/** What the page template needs: whose page this is and what it wears. In pages: {@code #{pageBrand}}. */
@Named
@RequestScoped
public class PageBrand {

    private @Nullable Optional<CompanyCard> company;

    @Inject
    CompanyDirectory companies;

    @Inject
    HttpServletRequest request;

    /** Name of the brand, {@code base} when no company is known. */
    public String getName() {
        return company().map(CompanyCard::brand).orElse("base");
    }

    public String getCompanyName() {
        return company().map(CompanyCard::name).orElse("Beistand");
    }

    /** The address of this page with its query, to come back to. */
    public String getReturnAddress() {
        boolean forwarded = request.getAttribute("jakarta.servlet.forward.request_uri") != null;
        Object query =
                forwarded ? request.getAttribute("jakarta.servlet.forward.query_string") : request.getQueryString();
        return query == null ? getAddress() : getAddress() + "?" + query;
    }

    /** The address of this page. */
    public String getAddress() {
        Object forwarded = request.getAttribute("jakarta.servlet.forward.request_uri");
        return forwarded == null ? request.getRequestURI() : forwarded.toString();
    }

    public boolean isWithin(String folder) {
        return getAddress().startsWith(request.getContextPath() + folder + "/");
    }

    private Optional<CompanyCard> company() {
        Optional<CompanyCard> known = company;
        if (known == null) {
            known = CurrentCompany.id().flatMap(companies::byId);
            company = known;
        }
        return known;
    }
}
