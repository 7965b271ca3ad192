package org.beistand.integration.servicenow;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.beistand.integration.Outcome;
import org.beistand.integration.Reach;

/** ServiceNow as the rest of Beistand sees it. Safe for many threads. */
public final class ServiceNow {

    private static final String PUSH = "direct:push-incident";

    private final HttpCalls calls;
    private final Tokens tokens;
    private final RateLimits limits;
    private final PushIncident pushing;
    private final ProducerTemplate template;

    /**
     * @param reach which addresses an instance may have
     * @param patience how long to wait for one answer
     * @param settling how long a request without an answer may still be at work over there
     */
    public ServiceNow(
            CamelContext camel,
            ProducerTemplate template,
            Clock clock,
            Reach reach,
            Duration patience,
            Duration settling)
            throws Exception {
        this.template = template;
        this.calls = new HttpCalls(reach, patience, settling);
        this.tokens = new Tokens(clock);
        this.limits = new RateLimits(clock);
        this.pushing = new PushIncident(new People(clock), new Named(clock));
        HttpCalls.prepare(camel);
        camel.addRoutes(calls);
        camel.addRoutes(pushRoute());
    }

    /**
     * Brings a letter into its incident; returns when it is known how that went and never throws for a failed delivery.
     * No two letters of one incident at the same time.
     */
    public Outcome push(ServiceNowAccess access, IncidentLetter letter) {
        var done = template.request(PUSH, exchange -> exchange.getMessage().setBody(new Push(access, letter)));
        if (done.getException() != null) {
            return new Outcome.Temporary(String.valueOf(done.getException()));
        }
        return done.getMessage().getBody(Outcome.class);
    }

    /**
     * Tries what the connection will need. Reads only.
     *
     * @param ownColumns of the customer, checked to exist
     * @param groups by name, checked to be there once
     */
    public Findings check(ServiceNowAccess access, Collection<String> ownColumns, Collection<String> groups) {
        return CheckAccess.check(instance(access), ownColumns, groups);
    }

    /** What the instance last said about its limits; empty if nothing, or not to this process. */
    public Optional<RateLimit> rateLimit(ServiceNowAccess access) {
        return limits.of(access);
    }

    /** What a look at one incident showed. */
    public sealed interface Looked {
        record Found(ChangedIncident incident) implements Looked {}

        record Failed(Outcome outcome) implements Looked {}
    }

    /** An incident as it is now, without what was written in its journals. */
    public Looked look(ServiceNowAccess access, String sysId) {
        try {
            return new Looked.Found(instance(access).incident(sysId));
        } catch (Trouble trouble) {
            return new Looked.Failed(trouble.outcome());
        }
    }

    /** The same incident with who changed which field, and when, as far as we may know. @param since as for a poll; empty for ever */
    public Looked lookCloser(ServiceNowAccess access, ChangedIncident incident, String since) {
        try {
            var times = FieldTimes.of(instance(access), List.of(incident.sysId()), since);
            return new Looked.Found(incident.with(times.getOrDefault(incident.sysId(), Map.of())));
        } catch (Trouble trouble) {
            return new Looked.Failed(trouble.outcome());
        }
    }

    /** How a poll went. @param until the latest change seen; only then is everything before it known */
    public sealed interface Polled {
        record Complete(String until) implements Polled {}

        /** @param notBefore how long to leave the instance alone at least, as it asked */
        record Failed(String reason, Duration notBefore) implements Polled {}
    }

    /**
     * Gives every incident of ours that changed since then, and what was written in it, to {@code taker}; the same one
     * again if it changes meanwhile. What the taker throws passes through.
     *
     * @param since their clock, UTC, {@code yyyy-MM-dd HH:mm:ss}
     */
    public Polled poll(ServiceNowAccess access, String product, String since, Consumer<List<ChangedIncident>> taker) {
        try {
            return new Polled.Complete(new PollIncidents(instance(access), product, since).run(taker));
        } catch (Trouble trouble) {
            return new Polled.Failed(String.valueOf(trouble.getMessage()), trouble.asksToWait());
        }
    }

    private record Push(ServiceNowAccess access, IncidentLetter letter) {}

    private RouteBuilder pushRoute() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(PUSH)
                        .errorHandler(noErrorHandler())
                        .routeId("push-incident")
                        .process(exchange -> {
                            var push = exchange.getMessage().getMandatoryBody(Push.class);
                            exchange.getMessage().setBody(pushing.push(instance(push.access()), push.letter()));
                        });
            }
        };
    }

    Instance instance(ServiceNowAccess access) {
        return new Instance(access, calls, tokens, limits, template);
    }
}
