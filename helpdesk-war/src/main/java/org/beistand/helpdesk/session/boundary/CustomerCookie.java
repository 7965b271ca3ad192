package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.beistand.helpdesk.identity.boundary.CompanyDirectory;
import org.beistand.helpdesk.platform.web.PublicAddress;
import org.beistand.helpdesk.session.entity.SecretToken;

/** How a customer's browser stays in its session: a token in a cookie that scripts cannot read and only this company gets. */
@ApplicationScoped
public class CustomerCookie {

    private static final String NAME = "beistand_customer";

    @Inject
    PublicAddress address;

    @Inject
    CompanyDirectory companies;

    public Optional<SecretToken> read(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(SecretToken::presented);
    }

    void write(HttpServletRequest request, HttpServletResponse response, SecretToken token) {
        var cookie = new Cookie(NAME, token.value());
        cookie.setPath(request.getContextPath() + "/c/" + companies.current().slug() + "/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure() || address.isHttps());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
