package org.beistand.helpdesk.engine.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.session.control.Sessions;
import org.beistand.helpdesk.session.entity.SessionState;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** The gauges {@code beistand_sessions{state=...}}: how many sessions of all companies are in each state. */
@ApplicationScoped
public class SessionCounts {

    @Inject
    Sessions sessions;

    @Inject
    MetricRegistry registry;

    @Inject
    SessionCounts inTransaction;

    private final Map<SessionState, AtomicLong> shown = new EnumMap<>(SessionState.class);

    /** Counts anew; called by the sweep only. */
    void publish(List<UUID> companies) {
        for (var state : List.of(SessionState.REQUESTED, SessionState.WAITING, SessionState.ACTIVE)) {
            var sum = 0L;
            for (var company : companies) {
                sum += CurrentCompany.<Long, RuntimeException>call(company, () -> inTransaction.count(state));
            }
            gauge(state).set(sum);
        }
    }

    @Transactional
    public long count(SessionState state) {
        return sessions.count(state);
    }

    private AtomicLong gauge(SessionState state) {
        return shown.computeIfAbsent(state, fresh -> {
            var value = new AtomicLong();
            registry.gauge("beistand_sessions", value, AtomicLong::get, new Tag("state", fresh.name()));
            return value;
        });
    }
}
