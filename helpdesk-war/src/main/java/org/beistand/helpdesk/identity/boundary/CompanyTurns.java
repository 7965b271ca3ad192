package org.beistand.helpdesk.identity.boundary;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.jspecify.annotations.Nullable;

/**
 * Gives every company its turn again and again; one whose turn hangs keeps only its own thread, and gets no second one.
 * Ends with the bean that it was injected into.
 */
@Dependent
public class CompanyTurns {

    private static final Logger LOG = Logger.getLogger(CompanyTurns.class.getName());

    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedScheduledExecutorService executor;

    @Resource
    @SuppressWarnings("NullAway.Init")
    ContextService contexts;

    @Inject
    CompanyDirectory companies;

    private @Nullable ScheduledFuture<?> running;

    /**
     * Begins, once.
     *
     * @param seconds from the end of one look at who is free to the next
     * @param name of the work, for threads and the log
     * @param turn runs for {@link CurrentCompany}; what it throws is logged, and the next turn follows
     */
    public void every(int seconds, String name, Runnable turn) {
        running = executor.scheduleWithFixedDelay(() -> lookAround(name, turn), seconds, seconds, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (running != null) {
            running.cancel(false);
        }
    }

    /** A scheduled task that throws is never run again, so nothing may escape from here. */
    private void lookAround(String name, Runnable turn) {
        try {
            CurrentCompany.forInstallation(companies::allIds).stream()
                    .filter(busy::add)
                    .forEach(company -> Thread.ofPlatform() // ADR 0104
                            .daemon()
                            .name(name)
                            .start(contexts.contextualRunnable(() -> take(company, name, turn))));
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, failed, () -> name + ": nobody got a turn; the next look follows");
        }
    }

    private void take(UUID company, String name, Runnable turn) {
        try {
            CurrentCompany.run(company, turn);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, failed, () -> name + " failed; the next turn follows");
        } finally {
            busy.remove(company);
        }
    }
}
