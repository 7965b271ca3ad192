package org.beistand.helpdesk.outbox.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.beistand.integration.Integrations;
import org.beistand.integration.Reach;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The one running set of integration routes; started when first needed, so that a helpdesk without any pays nothing. */
@ApplicationScoped
public class RunningRoutes {

    private final ReentrantLock starting = new ReentrantLock();

    private @Nullable Integrations running;

    @Inject
    @ConfigProperty(name = "beistand.data", defaultValue = "data")
    String dataFolder = "data";

    /** Networks that companies may name servers in although they are inside, e.g. {@code 127.0.0.1/32,10.1.0.0/16}. */
    @Inject
    @ConfigProperty(name = "beistand.integrations.networks")
    Optional<String> networks = Optional.empty();

    /** How long to wait for one answer of another system. */
    @Inject
    @ConfigProperty(name = "beistand.servicenow.patience", defaultValue = "PT30S")
    Duration patience = Duration.ofSeconds(30);

    /** How long a request without an answer may still be at work over there. */
    @Inject
    @ConfigProperty(name = "beistand.servicenow.settling", defaultValue = "PT1M")
    Duration settling = Duration.ofMinutes(1);

    @Inject
    Clock clock;

    public Integrations get() {
        starting.lock();
        try {
            if (running == null) {
                var journal = Path.of(dataFolder).toAbsolutePath().normalize().resolve("journal");
                var reach = Reach.usualAnd(List.of(networks.orElse("").split(",")));
                running = Integrations.start(new Integrations.Settings(journal, clock, patience, settling, reach));
            }
            return running;
        } finally {
            starting.unlock();
        }
    }

    /** False only if routes were started and do not run. */
    public boolean isHealthy() {
        starting.lock();
        try {
            return running == null || running.health();
        } finally {
            starting.unlock();
        }
    }

    void stop() {
        starting.lock();
        try {
            if (running != null) {
                running.close();
            }
        } finally {
            starting.unlock();
        }
    }
}
