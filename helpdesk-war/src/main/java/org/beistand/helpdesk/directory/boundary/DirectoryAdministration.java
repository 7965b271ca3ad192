package org.beistand.helpdesk.directory.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.authority.control.AuthorityFiles;
import org.beistand.helpdesk.authority.control.AuthorityFiles.Content;
import org.beistand.helpdesk.authority.control.AuthorityFiles.Reason;
import org.beistand.helpdesk.directory.control.DirectoryConnections;
import org.beistand.helpdesk.directory.control.DirectoryPeople;
import org.beistand.helpdesk.directory.entity.DirectoryConnection;
import org.beistand.helpdesk.directory.entity.DirectoryConnection.SummaryOf;
import org.beistand.helpdesk.directory.entity.DirectoryPerson;
import org.beistand.helpdesk.directory.entity.DirectoryRun;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.outbox.boundary.Transactions;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.integration.directory.Probe;

/** What an administrator does with the connection to the directory. The password goes in here and never comes out again. */
@ApplicationScoped
public class DirectoryAdministration {

    private static final int RUNS_SHOWN = 20;

    @Inject
    DirectoryConnections connections;

    @Inject
    DirectoryPeople people;

    @Inject
    DirectoryImport imports;

    @Inject
    RunningRoutes routes;

    @Inject
    Transactions transactions;

    @Inject
    CurrentCaller current;

    @Inject
    Clock clock;

    @Inject
    AuditLog audit;

    /** The connection as an administrator may see it. @param hasPassword whether one is stored; it is not shown */
    public record Settings(
            boolean enabled,
            boolean signIn,
            boolean photos,
            String servers,
            String userName,
            boolean hasPassword,
            String authority,
            List<TrustedCard> trusted,
            String base,
            String peopleFilter,
            int minutesBetween,
            int mostLeaving,
            SummaryOf summaryOf,
            String summaryAttribute) {}

    /** An authority whose certificates are believed. @param over whether it is out of date */
    public record TrustedCard(String subject, Instant until, boolean over) {}

    /**
     * How the connection is doing.
     *
     * @param people who are here now, of whom the directory keeps account
     * @param last import, whatever became of it
     */
    public record Status(boolean enabled, boolean running, int people, int toDecide, Optional<RunCard> last) {}

    /** An import, as it went. */
    public record RunCard(
            Instant beganAt,
            Instant endedAt,
            String startedBy,
            String outcome,
            String trouble,
            String detail,
            String server,
            int seen,
            int created,
            int changed,
            int left,
            int returned,
            int proposed,
            int stuck) {
        static RunCard of(DirectoryRun run) {
            var counts = run.counts();
            return new RunCard(
                    run.beganAt(),
                    run.endedAt(),
                    run.startedBy(),
                    run.outcome().name(),
                    run.trouble(),
                    run.detail(),
                    run.server(),
                    counts.seen(),
                    counts.created(),
                    counts.changed(),
                    counts.left(),
                    counts.returned(),
                    counts.proposed(),
                    counts.stuck());
        }
    }

    @Transactional
    public Settings settings() {
        current.require(Role.ADMINISTRATOR);
        var own = connections.current().orElseGet(DirectoryConnection::new);
        return new Settings(
                own.isEnabled(),
                own.isSignIn(),
                own.hasPhotos(),
                own.servers(),
                own.userName(),
                !own.sealedPassword().isEmpty(),
                own.authority(),
                AuthorityFiles.trusted(own.authority()).stream()
                        .map(one -> new TrustedCard(
                                one.subject(), one.until(), one.until().isBefore(clock.instant())))
                        .toList(),
                own.base(),
                own.peopleFilter(),
                own.minutesBetween(),
                own.mostLeaving(),
                own.summaryOf(),
                own.summaryAttribute());
    }

    /** @throws DirectoryRuleException when something cannot be used; nothing is changed then */
    @Transactional
    public void connect(DirectoryWish wish) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        var tidy = wish.tidy();
        tidy.check();
        var own = connections.own();
        if (!tidy.authority().isEmpty() && !tidy.authority().equals(own.authority())) {
            refuse(AuthorityFiles.read(List.of(tidy.authority().getBytes(StandardCharsets.US_ASCII)), clock.instant()));
        }
        own.reach(tidy.servers(), tidy.userName(), connections.seal(tidy.password()), tidy.authority());
        own.look(tidy.base(), tidy.peopleFilter(), tidy.photos());
        own.run(tidy.enabled(), tidy.minutesBetween(), tidy.mostLeaving());
        own.keepPasswords(tidy.signIn());
        own.sumUp(tidy.summaryOf(), tidy.summaryAttribute());
        audit.record(
                caller.name(),
                "directory.configured",
                tidy.servers().replace('\n', ' '),
                "import " + tidy.enabled() + ", log-in " + tidy.signIn() + ", base " + tidy.base() + ", every "
                        + tidy.minutesBetween() + " min, at most " + tidy.mostLeaving() + " % leave, summary of "
                        + tidy.summaryOf() + " " + tidy.summaryAttribute());
    }

    private static void refuse(Content content) {
        if (content instanceof Content.Unusable(Reason reason)) {
            throw new DirectoryRuleException("rule.authority." + reason);
        }
    }

    /**
     * Trusts these authorities from now on, and no other.
     *
     * @param files as they were uploaded
     * @return why nothing was changed; empty when they are trusted
     */
    @Transactional
    public Optional<Reason> trust(List<byte[]> files) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        return switch (AuthorityFiles.read(files, clock.instant())) {
            case Content.Unusable(Reason reason) -> Optional.of(reason);
            case Content.Usable(var all, String pem) -> {
                connections.own().trust(pem);
                audit.record(
                        caller.name(),
                        "directory.authority",
                        all.getFirst().subject(),
                        all.size() + " certificates, the first until "
                                + all.getFirst().until());
                yield Optional.empty();
            }
        };
    }

    /** Tries every server with what is stored, and counts people. Writes nothing over there. */
    public List<Probe> test() {
        current.require(Role.ADMINISTRATOR);
        return transactions
                .of(connections::access)
                .map(access -> routes.get().directory().check(access))
                .orElseThrow(() -> new DirectoryRuleException("rule.no_server"));
    }

    @Transactional
    public Status status() {
        current.require(Role.ADMINISTRATOR);
        var own = connections.current();
        int here = (int) people.people().stream()
                .filter(person -> person.presence() == DirectoryPerson.Presence.HERE)
                .count();
        return new Status(
                own.filter(DirectoryConnection::isEnabled).isPresent(),
                own.flatMap(DirectoryConnection::busyUntil).isPresent(),
                here,
                (int) people.openProposals().count(),
                people.runs(1).stream().map(RunCard::of).findFirst());
    }

    /** Newest first. */
    @Transactional
    public List<RunCard> runs() {
        current.require(Role.ADMINISTRATOR);
        return people.runs(RUNS_SHOWN).stream().map(RunCard::of).toList();
    }

    /** What a run would do now. Nothing is changed. */
    DirectoryImport.Preview preview() {
        current.require(Role.ADMINISTRATOR);
        return imports.preview();
    }

    /**
     * Imports now, and returns when it is done.
     *
     * @param accepted whether as many people may leave as will
     * @throws DirectoryRuleException when a run is under way, or nothing is set up
     */
    public RunCard run(boolean accepted) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        if (!imports.runNow(caller.name(), accepted)) {
            throw new DirectoryRuleException("rule.cannot_run");
        }
        return transactions.of(
                () -> people.runs(1).stream().map(RunCard::of).findFirst().orElseThrow());
    }
}
