package org.beistand.helpdesk.servicenow.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.outbox.boundary.Transactions;
import org.beistand.helpdesk.outbox.control.Origin;
import org.beistand.helpdesk.outbox.control.Patience;
import org.beistand.helpdesk.servicenow.control.Connections;
import org.beistand.helpdesk.servicenow.control.LetterWriter;
import org.beistand.helpdesk.servicenow.control.Mapping;
import org.beistand.helpdesk.servicenow.control.TheirChanges;
import org.beistand.helpdesk.servicenow.entity.ServiceNowConnection;
import org.beistand.integration.servicenow.ChangedIncident;
import org.beistand.integration.servicenow.ServiceNow.Polled;
import org.beistand.integration.servicenow.ServiceNowAccess;

/**
 * Asks a company's ServiceNow what changed. Each incident is taken in a transaction of its own; the watermark moves only
 * when every page was read, and stays two minutes behind, because changes become visible late over there. An instance that
 * does not answer is asked ever more seldom, and none sooner than it asked to be.
 */
@ApplicationScoped
public class ServiceNowPolls {

    private static final Logger LOG = Logger.getLogger(ServiceNowPolls.class.getName());
    private static final DateTimeFormatter THEIRS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String EVER = "2000-01-01 00:00:00";
    private static final int MOST_NAMED = 5;
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    @Inject
    Connections connections;

    @Inject
    TheirChanges changes;

    @Inject
    Transactions transactions;

    @Inject
    RunningRoutes routes;

    @Inject
    Patience patience;

    @Inject
    Clock clock;

    private record Due(ServiceNowAccess access, Mapping mapping, String watermark, int failures) {}

    /** Polls for the current company if it is time, and nobody else does. */
    public void pollIfDue() {
        transactions.of(this::due).ifPresent(this::poll);
    }

    private Optional<Due> due() {
        return connections
                .current()
                .filter(ServiceNowConnection::isInbound)
                .filter(connection -> connections.takePoll(connection, clock.instant()))
                .map(connection -> new Due(
                        connections.access(connection),
                        Mapping.of(connection.mapping()),
                        connection.watermark(),
                        connection.pollFailures()));
    }

    private void poll(Due due) {
        String since = due.watermark().isEmpty()
                ? EVER
                : THEIRS.format(LocalDateTime.parse(due.watermark(), THEIRS).minus(OVERLAP));
        List<String> untaken = new ArrayList<>();
        var polled = routes.get()
                .serviceNow()
                .poll(due.access(), LetterWriter.PRODUCT, since, page -> untaken.addAll(take(page, due)));
        if (polled instanceof Polled.Complete && due.failures() > 0) {
            transactions.of(connections::forgetPollFailures);
        }
        switch (polled) {
            // What was not taken in is read again until it is: the watermark waits.
            case Polled.Complete(String until)
            when !untaken.isEmpty() -> transactions.of(() -> connections.noteFailure("not-taken: " + named(untaken)));
            case Polled.Complete(String until) -> transactions.of(() -> connections.polled(until));
            case Polled.Failed(String reason, Duration notBefore) ->
                transactions.of(() -> connections.pollFailed(reason, patience.pause(due.failures() + 1, notBefore)));
        }
    }

    private static String named(List<String> numbers) {
        return numbers.stream().distinct().limit(MOST_NAMED).collect(Collectors.joining(", "));
    }

    /** @return numbers of those that could not be taken in */
    private List<String> take(List<ChangedIncident> page, Due due) {
        List<String> untaken = new ArrayList<>();
        for (ChangedIncident incident : page) {
            try {
                transactions.of(() -> Origin.of(ServiceNowDestination.NAME, () -> {
                    changes.take(incident, due.mapping(), due.access().user());
                    return Boolean.TRUE;
                }));
            } catch (RuntimeException failed) {
                untaken.add(incident.field("number"));
                LOG.log(Level.WARNING, "A change of incident " + incident.sysId() + " could not be taken in", failed);
            }
        }
        return untaken;
    }
}
