package org.beistand.helpdesk.platform.faces;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The language switch: remembers the choice in a cookie and returns to the page. Works without scripts. */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional.ofNullable(request.getParameter("to"))
                .flatMap(Language::complete)
                .ifPresent(locale -> response.addCookie(cookie(locale.getLanguage(), request.isSecure())));
        String back = Optional.ofNullable(request.getParameter("back")).orElse("/");
        // A path of ours, never an address of somebody else's ("//host" would be one).
        response.sendRedirect(back.matches("/(?!/)[A-Za-z0-9._~/-]*") ? back : "/");
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
