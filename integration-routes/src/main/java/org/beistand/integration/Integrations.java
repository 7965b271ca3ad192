package org.beistand.integration;

import java.nio.file.Path;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * The one door to everything that Camel does. Started once, stopped once; {@link #deliver} and {@link #health} may be
 * called from many threads in between. Knows neither transactions nor companies: its caller does.
 */
public final class Integrations implements AutoCloseable {

    private final DefaultCamelContext camel;
    private final ProducerTemplate template;

    private Integrations(DefaultCamelContext camel, ProducerTemplate template) {
        this.camel = camel;
        this.template = template;
    }

    /**
     * Starts all routes.
     *
     * @param journalFolder where the journal destination writes; created when missing
     * @throws IntegrationsNotStarted when a route cannot start; nothing is left running
     */
    public static Integrations start(Path journalFolder) {
        var camel = new DefaultCamelContext();
        try {
            camel.addRoutes(new KeepJournal(new Journal(journalFolder)));
            camel.start();
            return new Integrations(camel, camel.createProducerTemplate());
        } catch (Exception e) {
            camel.stop();
            throw new IntegrationsNotStarted(e);
        }
    }

    /** Delivers one letter to one destination; returns when it is known how that went, and never throws for a failed delivery. */
    public Outcome deliver(Destination destination, Letter letter) {
        try {
            template.sendBody(destination.endpoint(), letter);
            return new Outcome.Delivered();
        } catch (CamelExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String reason = String.valueOf(cause.getMessage());
            return cause instanceof UndeliverableLetter ? new Outcome.Permanent(reason) : new Outcome.Temporary(reason);
        }
    }

    /** Whether every route runs. */
    public boolean health() {
        return camel.isStarted()
                && camel.getRoutes().stream()
                        .allMatch(route -> camel.getRouteController()
                                .getRouteStatus(route.getRouteId())
                                .isStarted());
    }

    /** Lets running deliveries end, then stops. */
    @Override
    public void close() {
        template.stop();
        camel.stop();
    }

    /** A route could not be started. */
    public static final class IntegrationsNotStarted extends IllegalStateException {
        IntegrationsNotStarted(Exception cause) {
            super("Integrations could not be started", cause);
        }
    }
}
