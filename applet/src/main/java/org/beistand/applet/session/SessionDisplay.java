package org.beistand.applet.session;

import java.util.Locale;

/** Shows the session to the customer. Called from any thread, also often; must not wait. */
public interface SessionDisplay {

    /** Before the first view, and when the helpdesk names another language. */
    void language(Locale locale);

    void show(SessionView view);
}
