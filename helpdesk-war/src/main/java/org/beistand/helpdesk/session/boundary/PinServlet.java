package org.beistand.helpdesk.session.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.beistand.helpdesk.platform.web.ClientAddress;
import org.beistand.helpdesk.session.boundary.PinEntry.Answer;
import org.beistand.helpdesk.session.control.ProofOfWork;

/** Takes the form with the PIN: a plain form, so that it works without a script. */
@WebServlet("/portal/pin")
public class PinServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final int LONGEST_PIN = 40;

    @Inject
    transient PinEntry entry;

    @Inject
    transient ClientAddress address;

    @Inject
    transient CustomerCookie cookie;

    @Inject
    transient PinPage page;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/portal/");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var typed = parameter(request, "pin", LONGEST_PIN);
        page.remember(typed);
        switch (entry.enter(address.of(request), typed, parameter(request, "solution", ProofOfWork.LONGEST_SOLUTION))) {
            case Answer.Welcome welcome -> {
                cookie.write(request, response, welcome.browser());
                response.sendRedirect(request.getContextPath() + "/portal/session");
                return;
            }
            case Answer.NoSuchPin none -> {
                page.say("pin.unknown");
                response.setStatus(UNPROCESSABLE);
            }
            case Answer.ComputeFirst compute -> {
                page.compute(compute.challenge());
                response.setStatus(TOO_MANY);
            }
            case Answer.TooMany tooMany -> {
                page.say("pin.too_many");
                response.setStatus(TOO_MANY);
                response.setHeader(
                        "Retry-After", String.valueOf(tooMany.retryAfter().toSeconds()));
            }
        }
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher("/portal/index.xhtml").forward(request, response);
    }

    private static String parameter(HttpServletRequest request, String name, int longest) {
        return Optional.ofNullable(request.getParameter(name))
                .map(value -> value.length() > longest ? value.substring(0, longest) : value)
                .orElse("");
    }
}
