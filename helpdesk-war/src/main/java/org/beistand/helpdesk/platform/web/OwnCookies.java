package org.beistand.helpdesk.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/** Reads what a browser brings along, and makes what it is to keep a secret in. */
@ApplicationScoped
public class OwnCookies {

    @Inject
    PublicAddress address;

    /** The value of the first cookie of that name. */
    public static Optional<String> value(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /**
     * Scripts cannot read it, it goes only with https where there is any, and other sites' forms do not send it. It lasts
     * until the browser is closed.
     *
     * @param path below which it is sent, from the context path on
     */
    public Cookie secret(HttpServletRequest request, String name, String value, String path) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(request.getContextPath() + path);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure() || address.isHttps());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
