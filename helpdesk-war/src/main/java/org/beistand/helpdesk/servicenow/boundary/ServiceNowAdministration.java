package org.beistand.helpdesk.servicenow.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.intake.control.IntakeChannels;
import org.beistand.helpdesk.intake.entity.IntakeChannel;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.outbox.boundary.Transactions;
import org.beistand.helpdesk.outbox.control.Lanes;
import org.beistand.helpdesk.outbox.entity.OutboxDelivery;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.servicenow.control.Connections;
import org.beistand.helpdesk.servicenow.control.LetterWriter;
import org.beistand.helpdesk.servicenow.control.Mapping;
import org.beistand.helpdesk.servicenow.entity.ServiceNowConnection;
import org.beistand.helpdesk.servicenow.entity.ServiceNowConnection.AccessKind;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.integration.servicenow.Findings;
import org.beistand.integration.servicenow.RateLimit;
import org.beistand.integration.servicenow.ServiceNowAccess;

/** What an administrator does with the connection to ServiceNow. Secrets go in here and never come out again. */
@ApplicationScoped
public class ServiceNowAdministration {

    private static final int SHORTEST_POLL = 5;
    private static final int LONGEST_POLL = 3600;

    @Inject
    Connections connections;

    @Inject
    LetterWriter letters;

    @Inject
    Tickets tickets;

    @Inject
    IntakeChannels channels;

    @Inject
    Lanes lanes;

    @Inject
    RunningRoutes routes;

    @Inject
    Transactions transactions;

    @Inject
    CurrentCaller current;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * The connection as an administrator may see it.
     *
     * @param hasPassword whether one is stored; it is not shown
     * @param mapping lines of {@link Mapping}
     */
    public record Settings(
            boolean enabled,
            boolean inbound,
            String instance,
            AccessKind accessKind,
            String userName,
            boolean hasPassword,
            String clientId,
            boolean hasSecret,
            String mapping,
            int pollSeconds) {}

    /**
     * What an administrator wants.
     *
     * @param password empty to keep the stored one; likewise {@code secret}
     */
    public record Wish(
            boolean enabled,
            boolean inbound,
            String instance,
            AccessKind accessKind,
            String userName,
            String password,
            String clientId,
            String secret,
            String mapping,
            int pollSeconds) {

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Wish[" + instance + "]";
        }
    }

    /**
     * How the connection is doing.
     *
     * @param asksAgainAt when the instance is polled again at the earliest, if it is left alone after trouble
     * @param rateLimit as this node has seen it
     */
    public record Status(
            boolean enabled,
            Optional<Instant> succeededAt,
            Optional<Instant> failedAt,
            String failure,
            Optional<Instant> polledAt,
            Optional<Instant> asksAgainAt,
            long waiting,
            long parked,
            Optional<RateLimit> rateLimit) {}

    @Transactional
    public Settings settings() {
        current.require(Role.ADMINISTRATOR);
        return connections
                .current()
                .map(ServiceNowAdministration::settings)
                .orElseGet(() -> settings(new ServiceNowConnection(Mapping.USUAL)));
    }

    /** @throws ConnectionRuleException when something cannot be used; nothing is changed then */
    @Transactional
    public void connect(Wish wish) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        check(wish);
        var own = connections.own();
        if (!own.instance().isEmpty() && !own.instance().equals(address(wish.instance()))) {
            connections.forgetIncidents();
        }
        own.reach(
                address(wish.instance()),
                wish.accessKind(),
                wish.userName().strip(),
                connections.sealPassword(wish.password()),
                wish.clientId().strip(),
                connections.sealSecret(wish.secret()));
        own.map(wish.mapping());
        own.switchTo(wish.enabled(), wish.inbound(), wish.pollSeconds());
        connections.forgetPollFailures();
        audit.record(
                caller.name(),
                "servicenow.configured",
                own.instance(),
                "outbound " + wish.enabled() + ", inbound " + wish.inbound() + ", access " + wish.accessKind());
    }

    private void check(Wish wish) {
        if (!address(wish.instance()).isEmpty() && !isAcceptable(wish.instance())) {
            throw new ConnectionRuleException("rule.address");
        }
        if (wish.enabled() && address(wish.instance()).isEmpty()) {
            throw new ConnectionRuleException("rule.no_address");
        }
        if (wish.inbound() && wish.userName().isBlank()) {
            throw new ConnectionRuleException("rule.user");
        }
        if (wish.pollSeconds() < SHORTEST_POLL || wish.pollSeconds() > LONGEST_POLL) {
            throw new ConnectionRuleException("rule.poll");
        }
        Mapping.complaint(wish.mapping()).ifPresent(line -> {
            throw new ConnectionRuleException("rule.mapping", line);
        });
        var known = channels.all().stream().map(IntakeChannel::name).toList();
        Mapping.of(wish.mapping()).channels().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ConnectionRuleException("rule.channel", name);
                });
    }

    private static String address(String text) {
        return text.strip().replaceAll("/+$", "");
    }

    private static boolean isAcceptable(String text) {
        try {
            return ServiceNowAccess.isAcceptable(URI.create(address(text)));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** Tries everything that the connection will need, with what is stored. Writes nothing over there. */
    public Findings test() {
        current.require(Role.ADMINISTRATOR);
        var stored = transactions.of(() -> connections
                .current()
                .filter(own -> !own.instance().isEmpty())
                .map(own -> new Tested(connections.access(own), Mapping.of(own.mapping()))));
        return stored.map(tested -> routes.get()
                        .serviceNow()
                        .check(
                                tested.access(),
                                tested.mapping().ownColumns().keySet(),
                                tested.mapping().groups()))
                .orElseThrow(() -> new ConnectionRuleException("rule.no_address"));
    }

    private record Tested(ServiceNowAccess access, Mapping mapping) {}

    /** What an incident for that ticket would carry, column by column. Nothing is sent. */
    @Transactional
    public Map<String, String> dryRun(String ticketReference) {
        current.require(Role.ADMINISTRATOR);
        var ticket = tickets.require(ticketReference.strip());
        Map<String, String> shown = new LinkedHashMap<>();
        connections.incident(ticket.id()).ifPresent(link -> shown.put("sys_id", link.sysId()));
        shown.putAll(new TreeMap<>(letters.preview(
                ticket,
                Mapping.of(
                        connections.current().map(ServiceNowConnection::mapping).orElse(Mapping.USUAL)))));
        return shown;
    }

    @Transactional
    public Status status() {
        current.require(Role.ADMINISTRATOR);
        long waiting = lanes.count(ServiceNowDestination.NAME, OutboxDelivery.State.WAITING);
        long parked = lanes.count(ServiceNowDestination.NAME, OutboxDelivery.State.PARKED);
        return connections
                .current()
                .map(own -> new Status(
                        own.isEnabled(),
                        own.succeededAt(),
                        own.failedAt(),
                        own.failure(),
                        own.polledAt(),
                        own.pollNotBefore().filter(clock.instant()::isBefore),
                        waiting,
                        parked,
                        rateLimit(own)))
                .orElseGet(() -> new Status(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        waiting,
                        parked,
                        Optional.empty()));
    }

    /** Only where letters are told: nobody starts the routes to look at a page. */
    private Optional<RateLimit> rateLimit(ServiceNowConnection own) {
        return own.isEnabled() && !own.instance().isEmpty()
                ? routes.get().serviceNow().rateLimit(connections.access(own))
                : Optional.empty();
    }

    private static Settings settings(ServiceNowConnection own) {
        return new Settings(
                own.isEnabled(),
                own.isInbound(),
                own.instance(),
                own.accessKind(),
                own.userName(),
                !own.sealedPassword().isEmpty(),
                own.clientId(),
                !own.sealedSecret().isEmpty(),
                own.mapping(),
                own.pollSeconds());
    }
}
