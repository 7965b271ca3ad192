package org.beistand.helpdesk.outbox.boundary;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.helpdesk.identity.boundary.CompanyDirectory;
import org.beistand.helpdesk.identity.boundary.HelpdeskStarted;
import org.beistand.helpdesk.outbox.control.Destinations;
import org.beistand.helpdesk.outbox.control.Lanes;
import org.beistand.helpdesk.outbox.control.Letters;
import org.beistand.helpdesk.outbox.control.OutboxDestination;
import org.beistand.helpdesk.outbox.control.Patience;
import org.beistand.helpdesk.platform.event.DomainEvent;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Brings events to their destinations, from the start of the helpdesk to its end: at once after the commit that made
 * them, and by looking again every second for what another node left or what was waiting. Read this first.
 */
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());
    private static final Duration LAST_CALLS = Duration.ofSeconds(20);

    private final Map<Address, Counter> counters = new ConcurrentHashMap<>();

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedScheduledExecutorService executor;

    @Resource
    @SuppressWarnings("NullAway.Init")
    ContextService contexts;

    @Inject
    Destinations destinations;

    @Inject
    CompanyDirectory companies;

    @Inject
    Transactions transactions;

    @Inject
    Lanes lanes;

    @Inject
    Letters letters;

    @Inject
    Patience patience;

    @Inject
    RunningRoutes routes;

    @Inject
    Clock clock;

    /** Longer than a dead process's request may still be at work over there; a living one renews it. */
    @Inject
    @ConfigProperty(name = "beistand.outbox.lease", defaultValue = "PT2M")
    Duration lease;

    private @Nullable ScheduledFuture<?> looking;

    private record Address(UUID company, String destination) {}

    public void onStart(@Observes HelpdeskStarted started) {
        looking = executor.scheduleWithFixedDelay(this::lookAround, 1, 1, TimeUnit.SECONDS);
    }

    /** Something happened, and is committed. */
    public void onEvent(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainEvent event) {
        destinations
                .all()
                .forEach(destination -> counter(event.companyId(), destination).nudge());
    }

    /** A scheduled task that throws is never run again, so nothing may escape from here. */
    private void lookAround() {
        try {
            for (UUID company : CurrentCompany.forInstallation(companies::allIds)) {
                destinations
                        .all()
                        .forEach(destination -> counter(company, destination).look());
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Looking for deliveries failed; the next look follows", failed);
        }
    }

    private Counter counter(UUID company, OutboxDestination destination) {
        return counters.computeIfAbsent(
                new Address(company, destination.name()), address -> new Counter(tools(), company, destination));
    }

    private Counter.Tools tools() {
        return new Counter.Tools(transactions, lanes, letters, patience, clock, lease, this::start);
    }

    private void start(Runnable task) {
        Thread.ofPlatform().daemon().name("outbox").start(contexts.contextualRunnable(task)); // ADR 0104
    }

    /**
     * Finishes what is on its way, everywhere at once: several silent destinations take no longer than one. What does not
     * finish is found again by its lease.
     */
    @PreDestroy
    void stop() {
        if (looking != null) {
            looking.cancel(false);
        }
        counters.values().forEach(Counter::takeNothingNew);
        long end = System.nanoTime() + LAST_CALLS.toNanos();
        try {
            for (Counter counter : counters.values()) {
                if (!counter.stop(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                    LOG.warning("A delivery did not end in time; it is taken up again after the next start");
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        routes.stop();
    }
}
