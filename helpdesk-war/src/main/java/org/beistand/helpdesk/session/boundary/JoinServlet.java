package org.beistand.helpdesk.session.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.platform.web.ClientAddress;
import org.beistand.helpdesk.session.control.LinkThrottle;
import org.beistand.helpdesk.session.control.SessionMetrics;
import org.beistand.helpdesk.session.control.Source;

/**
 * Somebody follows a link. Looking does not use it up, because mail programs and messengers look first; answering does.
 * {@code /join/<token>} finds the company and goes on at the company's own address.
 */
@WebServlet({"/join/*", "/portal/join/*"})
public class JoinServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String NO_LINK = "/WEB-INF/portal/no-link.xhtml";

    @Inject
    transient CustomerSessions sessions;

    @Inject
    transient LinkDoors links;

    @Inject
    transient LinkThrottle throttle;

    @Inject
    transient ClientAddress address;

    @Inject
    transient SessionMetrics metrics;

    @Inject
    transient CompanyOfLink companies;

    @Inject
    transient CustomerCookie cookie;

    @Inject
    transient CustomerPage page;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        var token = token(request);
        if (request.getServletPath().equals("/join")) {
            goToCompany(token, request, response);
            return;
        }
        var session = token.flatMap(sessions::behindLink);
        if (session.isPresent()) {
            page.show(session.get(), "join/" + token.orElseThrow().value());
            request.getRequestDispatcher("/WEB-INF/portal/ask.xhtml").forward(request, response);
        } else if (isOwn(token, cookie.read(request))) {
            // The customer who used the link comes back by it.
            response.sendRedirect(request.getContextPath() + "/portal/session");
        } else {
            noLink(request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        var token = token(request);
        if (!"yes".equals(request.getParameter("answer"))) {
            token.ifPresent(sessions::declineByLink);
            response.sendRedirect(request.getContextPath() + "/portal/?declined");
            return;
        }
        if (request.getParameter("terms") == null
                && token.flatMap(sessions::behindLink).isPresent()) {
            page.show(
                    token.flatMap(sessions::behindLink).orElseThrow(),
                    "join/" + token.orElseThrow().value());
            page.termsUnread();
            request.getRequestDispatcher("/WEB-INF/portal/ask.xhtml").forward(request, response);
            return;
        }
        var browser = token.flatMap(sessions::acceptByLink);
        if (browser.isPresent()) {
            cookie.write(request, response, browser.get());
            response.sendRedirect(request.getContextPath() + "/portal/session");
        } else {
            noLink(request, response);
        }
    }

    private boolean isOwn(Optional<SecretToken> usedLink, Optional<SecretToken> browser) {
        return usedLink.isPresent() && browser.isPresent() && sessions.isSameSession(usedLink.get(), browser.get());
    }

    private void goToCompany(Optional<SecretToken> token, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var company = companies.address(token, links::companyBehind, request);
        if (company.isPresent()) {
            response.sendRedirect(company.get() + "/join/" + token.orElseThrow().value());
        } else {
            throttle.missed(Source.of(address.of(request)));
            noLink(request, response);
        }
    }

    private void noLink(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        metrics.refused("link");
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        request.getRequestDispatcher(NO_LINK).forward(request, response);
    }

    private static Optional<SecretToken> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo())
                .map(path -> path.substring(1).replaceFirst("/answer$", ""))
                .flatMap(SecretToken::presented);
    }
}
