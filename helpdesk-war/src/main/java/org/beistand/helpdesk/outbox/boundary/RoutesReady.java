package org.beistand.helpdesk.outbox.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready unless integration routes were started and have stopped. Another system that is down is no reason not to be. */
@Readiness
@ApplicationScoped
public class RoutesReady implements HealthCheck {

    @Inject
    RunningRoutes routes;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("integrations")
                .status(routes.isHealthy())
                .build();
    }
}
