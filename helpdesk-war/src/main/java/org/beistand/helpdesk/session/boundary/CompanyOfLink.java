package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.beistand.helpdesk.identity.boundary.CompanyDirectory;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.platform.web.ClientAddress;
import org.beistand.helpdesk.session.control.LinkThrottle;
import org.beistand.helpdesk.session.control.Source;

/** A link that names no company goes on at the address of the company it belongs to. */
@ApplicationScoped
public class CompanyOfLink {

    @Inject
    CompanyDirectory companies;

    @Inject
    LinkThrottle throttle;

    @Inject
    ClientAddress address;

    /**
     * @param behind finds a token's company, on behalf of the installation
     * @return the company's own address with the context path and without a slash at its end; empty: there is none, or
     *     whoever asks has guessed too often
     */
    public Optional<String> address(
            Optional<SecretToken> link, Function<SecretToken, Optional<UUID>> behind, HttpServletRequest request) {
        return link.filter(token -> throttle.mayTry(Source.of(address.of(request))))
                .flatMap(token -> CurrentCompany.forInstallation(() -> behind.apply(token)))
                .flatMap(id -> CurrentCompany.forInstallation(() -> companies.byId(id)))
                .map(company -> request.getContextPath() + "/c/" + company.slug());
    }
}
