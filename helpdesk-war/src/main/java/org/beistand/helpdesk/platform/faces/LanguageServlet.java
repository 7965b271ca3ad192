package org.beistand.helpdesk.platform.faces;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.beistand.helpdesk.platform.security.CurrentCaller;

/**
 * The language switch: remembers the choice in a cookie, and with the account of whoever is signed in, and returns to the
 * page. Works without scripts.
 */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient Event<LanguageChosen> chosen;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional.ofNullable(request.getParameter("to"))
                .flatMap(Language::complete)
                .ifPresent(locale -> {
                    response.addCookie(cookie(locale.getLanguage(), request.isSecure()));
                    caller.optional()
                            .ifPresent(who -> chosen.fire(new LanguageChosen(who.accountId(), locale.getLanguage())));
                });
        String back = Optional.ofNullable(request.getParameter("back")).orElse("/");
        // A path of ours, never an address of somebody else's ("//host" would be one).
        response.sendRedirect(back.matches("/(?!/)[A-Za-z0-9._~/-]*([?][A-Za-z0-9._~/?&=%+-]*)?") ? back : "/");
    }

    private static Cookie cookie(String language, boolean secure) {
        var cookie = new Cookie(Language.COOKIE, language);
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
