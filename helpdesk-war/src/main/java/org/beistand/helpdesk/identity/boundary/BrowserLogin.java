package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.platform.web.OwnCookies;

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
    OwnCookies cookies;

    /** A login before ends. */
    void begin(HttpServletRequest request, HttpServletResponse response, SignedIn login) {
        enter(request, login);
        forget(request);
        SecretToken token = CurrentCompany.forInstallation(() -> data.keep(login));
        response.addCookie(cookie(request, token.value()));
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
        forget(request);
        Cookie none = cookie(request, "");
        none.setMaxAge(0);
        response.addCookie(none);
    }

    private void forget(HttpServletRequest request) {
        token(request).ifPresent(token -> CurrentCompany.forInstallation(() -> data.end(token)));
    }

    private static Optional<SecretToken> token(HttpServletRequest request) {
        return OwnCookies.value(request, COOKIE).flatMap(SecretToken::presented);
    }

    private Cookie cookie(HttpServletRequest request, String value) {
        return cookies.secret(request, COOKIE, value, "/");
    }
}
