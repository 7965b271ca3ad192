package org.beistand.helpdesk.engine.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.helpdesk.identity.boundary.HelpdeskStarted;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether a relay lives: without one no session can run, and the helpdesk is not ready for what it is for. */
@Readiness
@ApplicationScoped
public class RelayReady implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(RelayReady.class.getName());

    @Inject
    RelayDesk desk;

    private volatile boolean started;

    void onStart(@Observes HelpdeskStarted event) {
        started = true;
    }

    @Override
    public HealthCheckResponse call() {
        // No numbers: everybody may ask.
        return HealthCheckResponse.named("relay").status(isAnyLiving()).build();
    }

    /**
     * While the database is away nobody knows, and a session could not begin either. Monitoring asks as soon as the port is
     * open: until the helpdesk has started there is nothing to ask the database with, which is no trouble.
     */
    boolean isAnyLiving() {
        if (!started) {
            return false;
        }
        try {
            return CurrentCompany.forInstallation(desk::living) > 0;
        } catch (RuntimeException unknown) {
            LOG.log(Level.WARNING, "Cannot tell whether a relay lives", unknown);
            return false;
        }
    }
}
