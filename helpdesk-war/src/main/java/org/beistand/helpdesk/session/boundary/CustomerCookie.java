package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.beistand.helpdesk.identity.boundary.CompanyDirectory;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.platform.web.OwnCookies;

/** How a customer's browser stays in its session: a token in a cookie that scripts cannot read and only this company gets. */
@ApplicationScoped
public class CustomerCookie {

    private static final String NAME = "beistand_customer";

    @Inject
    OwnCookies cookies;

    @Inject
    CompanyDirectory companies;

    public Optional<SecretToken> read(HttpServletRequest request) {
        return OwnCookies.value(request, NAME).flatMap(SecretToken::presented);
    }

    void write(HttpServletRequest request, HttpServletResponse response, SecretToken token) {
        response.addCookie(cookies.secret(
                request, NAME, token.value(), "/c/" + companies.current().slug() + "/"));
    }
}
