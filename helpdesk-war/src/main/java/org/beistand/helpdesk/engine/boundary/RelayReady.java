package org.beistand.helpdesk.engine.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether a relay lives: without one no session can run, and the helpdesk is not ready for what it is for. */
@Readiness
@ApplicationScoped
public class RelayReady implements HealthCheck {

    @Inject
    RelayDesk desk;

    @Override
    public HealthCheckResponse call() {
        // No numbers: everybody may ask.
        return HealthCheckResponse.named("relay")
                .status(CurrentCompany.forInstallation(desk::living) > 0)
                .build();
    }
}
