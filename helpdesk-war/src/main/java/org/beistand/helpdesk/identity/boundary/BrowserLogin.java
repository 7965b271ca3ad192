package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Optional;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.platform.web.PublicAddress;

/**
 * How a browser stays signed in: by the HTTP session while this process lives, and by a cookie of its own when another
 * process answers: after a restart, or on another node. Pages stay valid, because their CSRF token is kept, too. Whichever
 * way somebody comes in, it is under a fresh session id: one that somebody planted before is worth nothing.
 */
@ApplicationScoped
public class BrowserLogin {

    private static final String COOKIE = "beistand_login";

    @Inject
    KeptLoginData data;

    @Inject
    PublicAddress address;

    /** A login before ends. */
    void begin(HttpServletRequest request, HttpServletResponse response, SignedIn login) {
        enter(request, login);
        token(request).ifPresent(this::forget);
        response.addCookie(cookie(request, CurrentCompany.forInstallation(() -> data.keep(login))));
    }

    /** Who has signed in with this browser, whether or not that is still worth anything. */
    Optional<SignedIn> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session)
                .map(open -> (SignedIn) open.getAttribute(SignedIn.ATTRIBUTE))
                .or(() -> comeBack(request));
    }

    private Optional<SignedIn> comeBack(HttpServletRequest request) {
        Optional<SignedIn> kept =
                token(request).flatMap(token -> CurrentCompany.forInstallation(() -> data.kept(token)));
        kept.ifPresent(login -> enter(request, login));
        return kept;
    }

    private static void enter(HttpServletRequest request, SignedIn login) {
        if (!request.getSession(true).isNew()) {
            request.changeSessionId();
        }
        request.getSession().setAttribute(SignedIn.ATTRIBUTE, login);
    }

    /** Neither the session nor the cookie opens anything any more. */
    void end(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        token(request).ifPresent(this::forget);
        Cookie none = cookie(request, "");
        none.setMaxAge(0);
        response.addCookie(none);
    }

    private void forget(String token) {
        CurrentCompany.forInstallation(() -> {
            data.end(token);
            return token;
        });
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    private Cookie cookie(HttpServletRequest request, String value) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure() || address.isHttps());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
