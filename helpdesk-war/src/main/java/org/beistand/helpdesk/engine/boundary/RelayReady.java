package org.beistand.helpdesk.engine.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
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

    @Override
    public HealthCheckResponse call() {
        // No numbers: everybody may ask.
        return HealthCheckResponse.named("relay").status(isAnyLiving()).build();
    }

    /** While the database is away nobody knows, and a session could not begin either. */
    private boolean isAnyLiving() {
        try {
            return CurrentCompany.forInstallation(desk::living) > 0;
        } catch (RuntimeException unknown) {
            LOG.log(Level.WARNING, "Cannot tell whether a relay lives", unknown);
            return false;
        }
    }
}
