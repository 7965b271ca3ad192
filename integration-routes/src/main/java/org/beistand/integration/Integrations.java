package org.beistand.integration;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.beistand.integration.directory.Directory;
import org.beistand.integration.mail.Mail;
import org.beistand.integration.servicenow.ServiceNow;
import org.beistand.integration.sms.Sms;
import org.beistand.integration.web.WebCalls;

/**
 * The one door to everything that Camel does. Started once, stopped once; {@link #deliver} and {@link #health} may be
 * called from many threads in between. Knows neither transactions nor companies: its caller does.
 */
public final class Integrations implements AutoCloseable {

    private final DefaultCamelContext camel;
    private final ProducerTemplate template;
    private final ServiceNow serviceNow;
    private final Directory directory;
    private final Mail mail;
    private final Sms sms;

    private Integrations(
            DefaultCamelContext camel,
            ProducerTemplate template,
            ServiceNow serviceNow,
            Directory directory,
            Mail mail,
            Sms sms) {
        this.camel = camel;
        this.template = template;
        this.serviceNow = serviceNow;
        this.directory = directory;
        this.mail = mail;
        this.sms = sms;
    }

    /**
     * What the routes need to know.
     *
     * @param journalFolder where the journal destination writes; created when missing
     * @param patience how long to wait for one answer of another system
     * @param settling how long a request without an answer may still have an effect there; no attempt is made before
     * @param reach which addresses connections may go to
     */
    public record Settings(Path journalFolder, Clock clock, Duration patience, Duration settling, Reach reach) {

        /** With the usual reach. */
        public Settings(Path journalFolder, Clock clock, Duration patience, Duration settling) {
            this(journalFolder, clock, patience, settling, Reach.usualAnd(java.util.List.of()));
        }

        /** ServiceNow ends a REST transaction after 60 s: what has not happened by then does not happen any more. */
        public static Settings usual(Path journalFolder, Clock clock) {
            return new Settings(journalFolder, clock, Duration.ofSeconds(30), Duration.ofSeconds(60));
        }

        public Settings reaching(Reach other) {
            return new Settings(journalFolder, clock, patience, settling, other);
        }
    }

    /**
     * Starts all routes.
     *
     * @throws IntegrationsNotStarted when a route cannot start; nothing is left running
     */
    public static Integrations start(Settings settings) {
        var camel = new DefaultCamelContext();
        try {
            camel.addRoutes(new KeepJournal(new Journal(settings.journalFolder())));
            var template = camel.createProducerTemplate();
            var serviceNow = new ServiceNow(
                    camel, template, settings.clock(), settings.reach(), settings.patience(), settings.settling());
            var directory = new Directory(camel, template, settings.reach(), settings.clock(), settings.patience());
            var calls = new WebCalls(settings.reach(), settings.patience());
            camel.addRoutes(calls);
            var mail = new Mail(camel, template, calls, settings.reach(), settings.clock(), settings.patience());
            var sms = new Sms(camel, template, calls, settings.reach(), settings.patience());
            camel.start();
            return new Integrations(camel, template, serviceNow, directory, mail, sms);
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

    /** The door to ServiceNow. */
    public ServiceNow serviceNow() {
        return serviceNow;
    }

    /** The door to directories. */
    public Directory directory() {
        return directory;
    }

    /** The door to mail servers. */
    public Mail mail() {
        return mail;
    }

    /** The door to text messages. */
    public Sms sms() {
        return sms;
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
        sms.close();
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
