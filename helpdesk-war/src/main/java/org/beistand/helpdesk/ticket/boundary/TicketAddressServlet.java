package org.beistand.helpdesk.ticket.boundary;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.beistand.helpdesk.ticket.entity.TicketNumber;

/** Gives every ticket an address that people can say and link: {@code /desk/tickets/INC-1042}. */
@WebServlet(urlPatterns = "/desk/tickets/*", name = "ticketAddress")
public class TicketAddressServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var number = Optional.ofNullable(request.getPathInfo())
                .map(path -> path.substring(1))
                .flatMap(TicketNumber::read);
        if (number.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.getRequestDispatcher("/desk/ticket.xhtml?number=" + number.get())
                .forward(request, response);
    }
}
