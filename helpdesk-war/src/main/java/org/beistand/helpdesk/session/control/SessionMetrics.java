package org.beistand.helpdesk.session.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts what an operator should see: how PINs fare. Sessions by state are counted by the sweep, from the database. */
@ApplicationScoped
public class SessionMetrics {

    @Inject
    MetricRegistry registry;

    /** @param outcome {@code right}, {@code wrong}, {@code throttled} or {@code work_first} */
    public void pinAttempt(String outcome) {
        registry.counter("beistand_pin_attempts", new Tag("outcome", outcome)).inc();
    }

    /** A link, a token or a grant was refused at that door. */
    public void refused(String door) {
        registry.counter("beistand_session_tokens_refused", new Tag("door", door))
                .inc();
    }
}
