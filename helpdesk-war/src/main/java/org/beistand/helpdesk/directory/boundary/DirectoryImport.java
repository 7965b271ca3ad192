package org.beistand.helpdesk.directory.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.directory.control.DirectoryConnections;
import org.beistand.helpdesk.directory.control.DirectoryPeople;
import org.beistand.helpdesk.directory.control.ImportPlan;
import org.beistand.helpdesk.directory.entity.DirectoryConnection;
import org.beistand.helpdesk.directory.entity.DirectoryGroup;
import org.beistand.helpdesk.directory.entity.DirectoryPerson;
import org.beistand.helpdesk.directory.entity.DirectoryRun;
import org.beistand.helpdesk.directory.entity.DirectoryRun.Counts;
import org.beistand.helpdesk.directory.entity.DirectoryRun.Outcome;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.outbox.boundary.Transactions;
import org.beistand.integration.directory.DirectoryAccess;
import org.beistand.integration.directory.Reading;

/**
 * An import, from the question to the line in the history: read everything, make a plan of it, look whether the plan can
 * be believed, and only then change anything, all of it in one transaction. Read this first.
 */
@ApplicationScoped
public class DirectoryImport {

    /** Whoever acts when nobody is signed in. */
    static final String BY_ITSELF = "system";

    @Inject
    DirectoryConnections connections;

    @Inject
    DirectoryPeople people;

    @Inject
    KnownPeople known;

    @Inject
    CarryOut hands;

    @Inject
    DirectoryPhotos photos;

    @Inject
    RunningRoutes routes;

    @Inject
    Transactions transactions;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** What a run needs while no transaction is open. */
    private record Job(
            Instant beganAt,
            DirectoryAccess access,
            List<UUID> groups,
            List<UUID> asked,
            int mostLeaving,
            boolean photos) {}

    /** A plan, or why there is none. */
    sealed interface Preview {
        record Planned(ImportPlan plan, Optional<ImportPlan.Alarm> alarm) implements Preview {}

        record Unread(Reading.Failed failed) implements Preview {}

        /** Nothing is set up yet. */
        record NotConnected() implements Preview {}
    }

    /** Runs for the current company if it is time, and nobody else does. */
    public void runIfDue() {
        transactions
                .of(() -> connections
                        .current()
                        .filter(DirectoryConnection::isEnabled)
                        .flatMap(own -> begin(own, Duration.ofMinutes(own.minutesBetween()))))
                .ifPresent(job -> run(job, BY_ITSELF, false));
    }

    /**
     * Runs now.
     *
     * @param accepted whether an administrator saw the alarm and wants it nevertheless
     * @return false when a run is under way, or nothing is set up
     */
    boolean runNow(String startedBy, boolean accepted) {
        var job = transactions.of(() -> connections.current().flatMap(own -> begin(own, Duration.ZERO)));
        job.ifPresent(one -> run(one, startedBy, accepted));
        return job.isPresent();
    }

    /** What a run would do now. Nothing is changed. */
    Preview preview() {
        var now = clock.instant();
        return transactions
                .of(() -> connections.current().flatMap(own -> job(own, now)))
                .<Preview>map(job -> switch (read(job)) {
                    case Reading.Failed failed -> new Preview.Unread(failed);
                    case Reading.Complete read ->
                        transactions.of(() -> {
                            var plan = ImportPlan.of(known.now(), read);
                            return new Preview.Planned(plan, plan.alarm(job.mostLeaving()));
                        });
                })
                .orElseGet(Preview.NotConnected::new);
    }

    private Optional<Job> begin(DirectoryConnection own, Duration after) {
        // As exact as databases keep it: the end of the run is found by it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return job(own, now).filter(job -> connections.begin(own, now, after));
    }

    private Optional<Job> job(DirectoryConnection own, Instant now) {
        return connections
                .access()
                .map(access -> new Job(
                        now,
                        access,
                        people.groups().stream().map(DirectoryGroup::objectGuid).toList(),
                        people.people().stream()
                                .map(DirectoryPerson::objectGuid)
                                .toList(),
                        own.mostLeaving(),
                        own.hasPhotos()));
    }

    private Reading read(Job job) {
        return routes.get().directory().read(job.access(), job.groups(), job.asked());
    }

    private void run(Job job, String startedBy, boolean accepted) {
        try {
            var done = switch (read(job)) {
                case Reading.Failed failed -> {
                    transactions.of(() -> write(entry(job, startedBy, "", Counts.NONE)
                            .withTrouble(
                                    Outcome.FAILED,
                                    failed.fault().kind().name(),
                                    failed.fault().detail())));
                    yield false;
                }
                case Reading.Complete read -> transactions.of(() -> take(job, read, startedBy, accepted));
            };
            if (done && job.photos()) {
                photos.fetch(job.access());
            }
        } catch (RuntimeException failed) {
            transactions.of(() -> write(entry(job, startedBy, "", Counts.NONE)
                    .withTrouble(Outcome.FAILED, "BROKEN", failed.getClass().getSimpleName())));
            throw failed;
        } finally {
            transactions.of(() -> connections.end(job.beganAt()));
        }
    }

    /** @return whether anything was taken over */
    private boolean take(Job job, Reading.Complete read, String startedBy, boolean accepted) {
        var plan = ImportPlan.of(known.now(), read);
        var run = entry(job, startedBy, read.server(), plan.counts());
        var alarm = plan.alarm(job.mostLeaving());
        if (alarm.isPresent() && !(accepted && alarm.get() == ImportPlan.Alarm.TOO_MANY_LEAVE)) {
            var counts = plan.counts();
            write(run.withTrouble(
                    Outcome.REFUSED, alarm.get().name(), counts.left() + " / " + job.mostLeaving() + " %"));
            return false;
        }
        hands.carryOut(plan, read);
        write(run);
        return true;
    }

    private DirectoryRun entry(Job job, String startedBy, String server, Counts counts) {
        return new DirectoryRun(job.beganAt(), clock.instant(), startedBy, server, counts);
    }

    /** The audit is told what is news: what a person did, what changed, and troubles that began or ended. */
    private boolean write(DirectoryRun run) {
        var before = people.runs(1);
        String last = before.isEmpty() ? "" : before.getFirst().trouble();
        people.add(run);
        Counts counts = run.counts();
        boolean changed = counts.created() + counts.changed() + counts.left() + counts.returned() > 0;
        if (!BY_ITSELF.equals(run.startedBy())
                || changed && run.outcome() == Outcome.DONE
                || !last.equals(run.trouble())) {
            audit.record(
                    run.startedBy(),
                    run.outcome() == Outcome.DONE ? "directory.imported" : "directory.import_refused",
                    run.server(),
                    run.outcome() == Outcome.DONE ? told(counts) : run.trouble() + ": " + run.detail());
        }
        return true;
    }

    private static String told(Counts counts) {
        return "seen " + counts.seen() + ", new " + counts.created() + ", changed " + counts.changed() + ", left "
                + counts.left() + ", back " + counts.returned() + ", to be decided " + counts.proposed();
    }
}
