package org.beistand.integration.mail;

import jakarta.mail.Transport;
import java.time.Clock;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.component.mail.MailEndpoint;
import org.beistand.integration.Outcome;

/**
 * Route {@code send-mail}: hands one message to a company's mail server with Camel's mail producer. The endpoint is made
 * for the message and not kept, so that no address with a password in it is ever registered anywhere.
 */
final class SendMail extends RouteBuilder {

    private static final String DOOR = "direct:send-mail";

    private final MailSessions sessions;
    private final Clock clock;

    SendMail(MailSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    private record Job(MailServer server, OutgoingMail mail) {}

    @Override
    public void configure() {
        from(DOOR)
                // Whoever sends learns what became of it.
                .errorHandler(noErrorHandler())
                .routeId("send-mail")
                .process(exchange ->
                        send(exchange.getContext(), exchange.getMessage().getMandatoryBody(Job.class)));
    }

    Outcome send(ProducerTemplate template, MailServer server, OutgoingMail mail) {
        var done = template.request(DOOR, exchange -> exchange.getMessage().setBody(new Job(server, mail)));
        if (done.getException() == null) {
            return new Outcome.Delivered();
        }
        if (MailTrouble.isLogin(done.getException())) {
            sessions.refused(server);
        }
        return MailTrouble.outcome(done.getException());
    }

    private void send(CamelContext camel, Job job) throws Exception {
        var sockets = sessions.smtpSockets();
        var ready = sessions.smtp(job.server(), sockets);
        var message = Composed.of(ready.session(), job.mail(), clock.instant(), sockets::awaitFilter);
        var sender = new DefaultJavaMailSender();
        sender.setSession(ready.session());
        sender.setJavaMailProperties(new Properties());
        sender.setProtocol(ready.protocol());
        sender.setHost(job.server().host());
        sender.setPort(job.server().port());
        sender.setAuthenticator(new OneLogin(ready));
        var settings = new MailConfiguration(camel);
        settings.setHost(job.server().host());
        settings.configureProtocol(ready.protocol());
        try (var endpoint = new MailEndpoint(
                        ready.protocol() + "://one-message",
                        camel.getComponent("smtp", MailComponent.class),
                        settings);
                var producer = endpoint.createProducer(sender)) {
            producer.start();
            var exchange = endpoint.createExchange();
            exchange.getMessage().setBody(message);
            producer.process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
        }
    }

    /** Connects, says who we are and leaves. @return why not, or empty */
    String tryOut(MailServer server) {
        try {
            var ready = sessions.smtp(server, sessions.smtpSockets());
            try (Transport transport = ready.session().getTransport(ready.protocol())) {
                transport.connect(
                        server.host(),
                        server.port(),
                        ready.hasLogin() ? ready.user() : null,
                        ready.hasLogin() ? ready.password() : null);
            }
            return "";
        } catch (Exception failed) {
            sessions.refused(server);
            return MailTrouble.reason(failed);
        }
    }
}
