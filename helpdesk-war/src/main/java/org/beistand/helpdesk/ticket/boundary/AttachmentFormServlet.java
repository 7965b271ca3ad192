package org.beistand.helpdesk.ticket.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.beistand.helpdesk.platform.problem.DomainException;
import org.beistand.helpdesk.ticket.entity.Attachment;
import org.beistand.helpdesk.ticket.entity.TicketNumber;

/** Attaches files for browsers without scripts: {@code POST /desk/attach/INC-1042}, then back to the ticket. */
@WebServlet(urlPatterns = "/desk/attach/*", name = "attachmentForm")
@MultipartConfig(
        maxFileSize = Attachment.LARGEST,
        maxRequestSize = UploadedFiles.LARGEST_REQUEST,
        fileSizeThreshold = UploadedFiles.IN_MEMORY)
public class AttachmentFormServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient TicketDesk desk;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var number = Optional.ofNullable(request.getPathInfo())
                .map(path -> path.substring(1))
                .flatMap(TicketNumber::read);
        if (number.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        // Back to the ticket in any case: an error page would read the request's parameters, out of a body that is
        // broken.
        response.sendRedirect(request.getContextPath() + "/desk/tickets/" + number.get()
                + attach(number.get().toString(), request));
    }

    /** @return nothing, or the query that makes the ticket's page say why not */
    private String attach(String ticket, HttpServletRequest request) throws IOException {
        try {
            desk.ticket(ticket);
            for (var part : UploadedFiles.of(request)) {
                UploadedFiles.take(part, (name, file) -> desk.attach(ticket, name, file));
            }
            return "";
        } catch (DomainException refused) {
            return "?refused=" + refused.rule().type();
        }
    }
}
