package org.beistand.applet.session;

import java.util.Locale;
import org.beistand.applet.input.OwnWindow;

/** Shows the session to the customer. Called from any thread, also often; must not wait. */
public interface SessionDisplay extends OwnWindow {

    /** Before the first view, and when the helpdesk names another language. */
    void language(Locale locale);

    void show(SessionView view);
}
