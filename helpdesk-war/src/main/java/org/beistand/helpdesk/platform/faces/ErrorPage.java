package org.beistand.helpdesk.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.beistand.helpdesk.platform.logging.LogContext;

/** What the error pages say. In pages: {@code #{errorPage}}. */
@Named
@RequestScoped
public class ErrorPage {

    @Inject
    HttpServletRequest request;

    /** HTTP status. */
    public int getStatus() {
        return Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .orElse(500);
    }

    /** Key of the sentence in the shared bundle. */
    public String getTextKey() {
        return switch (getStatus()) {
            case 403 -> "problem.forbidden";
            case 404 -> "problem.not_found";
            default -> "problem.unknown";
        };
    }

    /** Where to go on, below the application's address: technicians to their desk, everybody else to the portal. */
    public String getHome() {
        var asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        var desk = request.getContextPath() + "/(desk|admin|account|monitor)(/.*)?";
        return asked.matches(desk) ? "/desk/" : "/";
    }

    public String getCorrelationId() {
        return LogContext.correlationId();
    }
}
