package org.beistand.helpdesk.mail.boundary;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.helpdesk.identity.boundary.CompanyDirectory;
import org.beistand.helpdesk.identity.boundary.HelpdeskStarted;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.jspecify.annotations.Nullable;

/** Lets every company's mailbox be read in its own time; one that hangs keeps only its own thread. */
@ApplicationScoped
public class MailboxClock {

    private static final Logger LOG = Logger.getLogger(MailboxClock.class.getName());
    private static final int SECONDS = 5;

    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedScheduledExecutorService executor;

    @Resource
    @SuppressWarnings("NullAway.Init")
    ContextService contexts;

    @Inject
    CompanyDirectory companies;

    @Inject
    MailboxPolls polls;

    private @Nullable ScheduledFuture<?> running;

    public void onStart(@Observes HelpdeskStarted started) {
        running = executor.scheduleWithFixedDelay(this::lookAround, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (running != null) {
            running.cancel(false);
        }
    }

    /** A scheduled task that throws is never run again, so nothing may escape from here. */
    private void lookAround() {
        try {
            CurrentCompany.forInstallation(companies::allIds).stream()
                    .filter(busy::add)
                    .forEach(company ->
                            Thread.ofVirtual().name("mailbox").start(contexts.contextualRunnable(() -> look(company))));
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Looking for mail failed; the next look follows", failed);
        }
    }

    private void look(UUID company) {
        try {
            CurrentCompany.run(company, polls::pollIfDue);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Reading a mailbox failed; the next reading follows", failed);
        } finally {
            busy.remove(company);
        }
    }
}
