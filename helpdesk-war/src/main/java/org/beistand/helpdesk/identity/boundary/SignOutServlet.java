package org.beistand.helpdesk.identity.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Ends the login. POST only, so that a picture on a foreign page cannot sign anybody out. */
@WebServlet("/logout")
public class SignOutServlet extends HttpServlet {

    @Inject
    BrowserLogin browser;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        browser.end(request, response);
        response.sendRedirect(request.getContextPath() + "/login");
    }
}
