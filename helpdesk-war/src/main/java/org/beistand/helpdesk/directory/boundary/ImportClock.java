package org.beistand.helpdesk.directory.boundary;

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

/** Lets every company import in its own time; a directory that hangs keeps only its own thread. */
@ApplicationScoped
public class ImportClock {

    private static final Logger LOG = Logger.getLogger(ImportClock.class.getName());
    private static final int SECONDS = 20;

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
    DirectoryImport imports;

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
                    .forEach(company -> Thread.ofVirtual()
                            .name("directory-import")
                            .start(contexts.contextualRunnable(() -> look(company))));
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Looking for imports failed; the next look follows", failed);
        }
    }

    private void look(UUID company) {
        try {
            CurrentCompany.run(company, imports::runIfDue);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "An import failed; nothing was changed, the next one follows", failed);
        } finally {
            busy.remove(company);
        }
    }
}
