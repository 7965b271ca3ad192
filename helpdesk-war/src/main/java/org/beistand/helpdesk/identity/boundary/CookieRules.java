package org.beistand.helpdesk.identity.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.beistand.helpdesk.platform.web.PublicAddress;

/** The session cookie: never for scripts, never with other sites' forms, and only over https where there is https. */
@WebListener
public class CookieRules implements ServletContextListener {

    @Inject
    PublicAddress address;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setSecure(address.isHttps());
    }
}
