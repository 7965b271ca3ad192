package org.beistand.helpdesk.recording.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.logging.LogContext;
import org.beistand.helpdesk.platform.problem.Causes;
import org.beistand.helpdesk.platform.problem.DomainException;

/** {@code /desk/recording/<session>}: where administrators play what was recorded of a session. */
@WebServlet("/desk/recording/*")
public class RecordingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String UUID_SHAPE = "/[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    @Inject
    transient RecordingPage page;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var path = Optional.ofNullable(request.getPathInfo()).orElse("");
        if (!path.matches(UUID_SHAPE)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var id = UUID.fromString(path.substring(1));
        LogContext.note(LogContext.Key.SESSION, id.toString());
        try {
            page.open(id);
        } catch (RuntimeException refused) {
            if (Causes.meaningful(refused) instanceof DomainException rule) {
                response.sendError(rule.rule().status().http());
                return;
            }
            throw refused;
        }
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher("/WEB-INF/recording/recording.xhtml").forward(request, response);
    }
}
