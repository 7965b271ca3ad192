package org.beistand.helpdesk.engine.boundary;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.helpdesk.identity.boundary.CompanyDirectory;
import org.beistand.helpdesk.identity.boundary.HelpdeskStarted;
import org.beistand.helpdesk.platform.logging.LogContext;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.jspecify.annotations.Nullable;

/** Sweeps through all companies every few seconds, from the start of the helpdesk to its end. */
@ApplicationScoped
public class SweepClock {

    private static final Logger LOG = Logger.getLogger(SweepClock.class.getName());
    private static final int SECONDS = 5;

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedScheduledExecutorService executor;

    @Inject
    SessionSweep sweep;

    @Inject
    SessionCounts counts;

    @Inject
    RelayDesk relays;

    @Inject
    CompanyDirectory companies;

    private @Nullable ScheduledFuture<?> running;

    public void onStart(@Observes HelpdeskStarted started) {
        running = executor.scheduleWithFixedDelay(this::sweepSafely, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (running != null) {
            running.cancel(true);
        }
    }

    /** A scheduled task that throws is never run again, so nothing may escape from here. */
    private void sweepSafely() {
        try (var lines = LogContext.scope()) {
            LogContext.note(LogContext.Key.CORRELATION, "sweep-" + UUID.randomUUID());
            List<UUID> all = CurrentCompany.forInstallation(companies::allIds);
            all.forEach(company -> CurrentCompany.run(company, () -> sweepCompany(company)));
            counts.publish(all);
            CurrentCompany.forInstallation(() -> {
                relays.tidy();
                return Boolean.TRUE;
            });
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "A sweep through the sessions failed; the next one follows", failed);
        }
    }

    private void sweepCompany(UUID company) {
        for (UUID session : sweep.unfinished()) {
            try (var lines = LogContext.scope()) {
                LogContext.note(LogContext.Key.SESSION, session.toString());
                sweepSession(session);
            }
        }
        sweep.forgetWrongPins(company);
    }

    private void sweepSession(UUID session) {
        try {
            sweep.look(session);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "A session could not be swept; the next sweep tries again", failed);
        }
    }
}
