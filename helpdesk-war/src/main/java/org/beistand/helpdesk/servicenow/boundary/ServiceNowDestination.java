package org.beistand.helpdesk.servicenow.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.outbox.boundary.Transactions;
import org.beistand.helpdesk.outbox.control.Letters.Job;
import org.beistand.helpdesk.outbox.control.Origin;
import org.beistand.helpdesk.outbox.control.OutboxDestination;
import org.beistand.helpdesk.outbox.entity.OutboxEvent;
import org.beistand.helpdesk.platform.event.DomainEvent;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.servicenow.control.Connections;
import org.beistand.helpdesk.servicenow.control.LetterWriter;
import org.beistand.helpdesk.servicenow.control.Mapping;
import org.beistand.helpdesk.servicenow.control.TheirChanges;
import org.beistand.integration.Outcome;
import org.beistand.integration.Outcome.ForeignRecord;
import org.beistand.integration.servicenow.ChangedIncident;
import org.beistand.integration.servicenow.IncidentLetter;
import org.beistand.integration.servicenow.ServiceNow.Looked;
import org.beistand.integration.servicenow.ServiceNowAccess;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells a company's ServiceNow what happens to its tickets. Before a field is written the incident is looked at: a change
 * over there that no poll has brought yet would vanish beneath ours, and may be the later one.
 */
@ApplicationScoped
public class ServiceNowDestination implements OutboxDestination {

    public static final String NAME = "servicenow";

    private static final Duration NOTED = Duration.ofMinutes(1);

    private final Map<UUID, Instant> noted = new ConcurrentHashMap<>();

    @Inject
    Connections connections;

    @Inject
    LetterWriter letters;

    @Inject
    TheirChanges theirs;

    @Inject
    Transactions transactions;

    @Inject
    RunningRoutes routes;

    @Inject
    Clock clock;

    /** An instance has about four threads for all its callers. */
    @Inject
    @ConfigProperty(name = "beistand.servicenow.parallel", defaultValue = "4")
    Integer parallel = 4;

    /** What every letter of a round needs: secrets opened and mapping read once. */
    private record Line(ServiceNowAccess access, Mapping mapping, boolean bothWays) {}

    private record Ready(Line line, boolean repeat, Optional<IncidentLetter> letter) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int parallel() {
        return parallel;
    }

    @Override
    public boolean wants(DomainEvent event) {
        return event.ticketId().isPresent()
                && LetterWriter.TOLD.contains(event.type())
                && connections.enabled().isPresent();
    }

    /** What is told in notes only. Fields are read just before they are written, and files are not kept waiting in memory. */
    @Override
    public boolean mayFollow(OutboxEvent event) {
        return LetterWriter.NOTES_ONLY.contains(event.type())
                && event.ticketId().flatMap(connections::incident).isPresent();
    }

    @Override
    public Outcome deliver(OutboxEvent event, boolean repeat) {
        return push(event, transactions.of(() -> line().map(line -> prepare(line, event, repeat))));
    }

    @Override
    public List<Supplier<Outcome>> ready(List<Job> jobs) {
        return transactions.of(() -> {
            var line = line();
            return jobs.stream()
                    .<Supplier<Outcome>>map(job -> {
                        var prepared = line.map(open -> prepare(open, job.event(), job.repeat()));
                        return () -> push(job.event(), prepared);
                    })
                    .toList();
        });
    }

    private Outcome push(OutboxEvent event, Optional<Ready> ready) {
        if (ready.isEmpty()) {
            return new Outcome.Temporary("the connection is switched off", Duration.ZERO, true);
        }
        Optional<IncidentLetter> letter = ready.get().letter();
        if (letter.isEmpty()) {
            return new Outcome.Permanent("the ticket does not exist any more");
        }
        Outcome outcome = ready.get().line().bothWays() && letter.get().changesFields()
                ? lookAndPush(event, ready.get(), letter.get().knownSysId().orElseThrow())
                : push(event, ready.get().line(), letter.get());
        note(outcome);
        return outcome;
    }

    private Outcome push(OutboxEvent event, Line line, IncidentLetter letter) {
        Outcome outcome = routes.get().serviceNow().push(line.access(), letter);
        if (outcome instanceof Outcome.Delivered delivered) {
            delivered.record().ifPresent(incident -> remember(event, letter, incident));
        }
        return outcome;
    }

    private Outcome lookAndPush(OutboxEvent event, Ready ready, String sysId) {
        Line line = ready.line();
        return switch (routes.get().serviceNow().look(line.access(), sysId)) {
            case Looked.Failed(Outcome trouble) -> trouble;
            case Looked.Found(ChangedIncident incident) -> {
                var since = transactions.of(() -> theirs.unseenSince(incident));
                yield since.isEmpty()
                        ? push(event, line, ready.letter().orElseThrow())
                        : takeAndPush(event, ready, incident, since.get());
            }
        };
    }

    /** Taken as any change of theirs, and only then written: as the ticket is afterwards. */
    private Outcome takeAndPush(OutboxEvent event, Ready ready, ChangedIncident changed, String since) {
        Line line = ready.line();
        return switch (routes.get().serviceNow().lookCloser(line.access(), changed, since)) {
            case Looked.Failed(Outcome trouble) -> trouble;
            case Looked.Found(ChangedIncident incident) -> {
                transactions.of(() -> Origin.of(NAME, () -> {
                    theirs.take(incident, line.mapping(), line.access().user());
                    return Boolean.TRUE;
                }));
                yield transactions
                        .of(() -> letters.letter(event, line.mapping(), ready.repeat()))
                        .map(letter -> push(event, line, letter))
                        .orElseGet(() -> new Outcome.Permanent("the ticket does not exist any more"));
            }
        };
    }

    private Optional<Line> line() {
        return connections
                .enabled()
                .map(on -> new Line(connections.access(on), Mapping.of(on.mapping()), on.isInbound()));
    }

    private Ready prepare(Line line, OutboxEvent event, boolean repeat) {
        return new Ready(line, repeat, letters.letter(event, line.mapping(), repeat));
    }

    private void remember(OutboxEvent event, IncidentLetter letter, ForeignRecord incident) {
        if (letter.knownSysId().isPresent() && incident.written().isEmpty()) {
            return;
        }
        UUID ticket = event.ticketId().orElseThrow();
        transactions.of(() -> {
            theirs.wrote(ticket, incident);
            return Boolean.TRUE;
        });
    }

    private boolean isNews() {
        Instant now = clock.instant();
        UUID company = CurrentCompany.require();
        Instant before = noted.getOrDefault(company, Instant.EPOCH);
        boolean due = Duration.between(before, now).compareTo(NOTED) > 0;
        if (due) {
            noted.put(company, now);
        }
        return due;
    }

    /** For the page that shows how the connection is doing; good news once a minute is enough. */
    private void note(Outcome outcome) {
        if (outcome instanceof Outcome.Temporary temporary && temporary.everybody()) {
            transactions.of(() -> connections.noteFailure(temporary.reason()));
        } else if (outcome instanceof Outcome.Delivered && isNews()) {
            transactions.of(connections::noteSuccess);
        }
    }
}
