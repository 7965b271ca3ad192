package org.beistand.helpdesk.session.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.helpdesk.platform.logging.LogContext;

/**
 * One line in the log for each step of a session, once it is committed. The line carries session and ticket, and who
 * follows a session in the log needs nothing else; it never says a name, a PIN or a word of the conversation.
 */
@ApplicationScoped
public class SessionLog {

    private static final Logger LOG = Logger.getLogger(SessionLog.class.getName());

    public void write(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionEvent event) {
        try (var line = LogContext.scope()) {
            LogContext.note(LogContext.Key.SESSION, event.session().sessionId().toString());
            LogContext.note(LogContext.Key.TICKET, event.session().ticketNumber());
            LOG.log(Level.INFO, event.type());
        }
    }
}
