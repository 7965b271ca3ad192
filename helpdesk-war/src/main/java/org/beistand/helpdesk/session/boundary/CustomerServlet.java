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

/** The customer's way after the PIN: read who asks, say yes or no, download, wait, end. The cookie says which session. */
@WebServlet({"/portal/session", "/portal/session/*"})
public class CustomerServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ASK = "/WEB-INF/portal/ask.xhtml";

    @Inject
    transient CustomerSessions sessions;

    @Inject
    transient CustomerCookie cookie;

    @Inject
    transient CustomerPage page;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        var session = cookie.read(request).flatMap(sessions::of);
        switch (step(request)) {
            case "" -> show(session, request, response);
            case "state" -> writeState(session, response);
            // Somebody went back to where a form was sent to.
            case "answer", "end" -> response.sendRedirect(request.getContextPath() + "/portal/session");
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void show(Optional<SessionView> session, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (session.isEmpty()) {
            response.sendRedirect(request.getContextPath() + "/portal/");
        } else {
            page.show(session.get(), "session");
            request.getRequestDispatcher(pageFor(session.get())).forward(request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var browser = cookie.read(request);
        switch (step(request)) {
            case "answer" -> {
                if (answer(request, browser)) {
                    response.setHeader("Cache-Control", "no-store");
                    request.getRequestDispatcher(ASK).forward(request, response);
                    return;
                }
            }
            case "end" -> browser.ifPresent(sessions::end);
            default -> {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
        }
        response.sendRedirect(request.getContextPath() + "/portal/session");
    }

    /** @return whether the question must be shown again, because the terms were not accepted */
    private boolean answer(HttpServletRequest request, Optional<SecretToken> browser) {
        if (!"yes".equals(request.getParameter("answer"))) {
            browser.ifPresent(sessions::end);
            return false;
        }
        if (request.getParameter("terms") != null) {
            browser.ifPresent(sessions::accept);
            return false;
        }
        var session = browser.flatMap(sessions::of);
        session.ifPresent(shown -> {
            page.show(shown, "session");
            page.termsUnread();
        });
        return session.isPresent();
    }

    private static String pageFor(SessionView session) {
        if (session.isOver()) {
            return "/WEB-INF/portal/over.xhtml";
        }
        return session.termsAccepted() ? "/WEB-INF/portal/start.xhtml" : ASK;
    }

    private static void writeState(Optional<SessionView> session, HttpServletResponse response) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter()
                .write("{\"state\":\"%s\",\"applet\":%b,\"technician\":%b}"
                        .formatted(
                                session.map(SessionView::state).orElse("ENDED"),
                                session.map(SessionView::appletHere).orElse(false),
                                session.map(SessionView::technicianHere).orElse(false)));
    }

    private static String step(HttpServletRequest request) {
        var path = request.getPathInfo();
        return path == null ? "" : path.substring(1);
    }
}
