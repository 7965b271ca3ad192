package org.beistand.helpdesk.ticket.control;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.platform.persistence.Migrations;
import org.beistand.helpdesk.ticket.control.TicketFilter.Nobody;
import org.beistand.helpdesk.ticket.control.TicketFilter.OneOf;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;

/**
 * Read this first: how long the first page of a ticket list takes on PostgreSQL with 200,000 tickets in one company and
 * a second company beside it. Measures what a page costs: the rows and the count. Ends with exit code 1 if the slowest
 * list's 95th percentile is not under {@value #BUDGET_MILLIS} ms.
 *
 * <pre>./beistand bench tickets</pre>
 *
 * Any other name as argument means another benchmark, and nothing is done.
 */
public final class TicketListBenchmark {

    private static final int TICKETS = 200_000;
    private static final int PAGE = 50;
    private static final int BUDGET_MILLIS = 150;

    /** PostgreSQL may change its plan for a statement after the fifth run; the figures must include what comes then. */
    private static final int RUNS = 40;

    private static final TicketOrder BY_PRIORITY = new TicketOrder(TicketOrder.By.PRIORITY, true);

    private record Case(TicketFilter filter, TicketOrder order) {}

    private TicketListBenchmark() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        if (arguments.length > 0 && !arguments[0].isBlank() && !arguments[0].equals("tickets")) {
            return;
        }
        try (var server = EmbeddedPostgres.builder().start()) {
            var database = server.getPostgresDatabase();
            Migrations.migrate(database);
            try (var connection = database.getConnection()) {
                var filled = BenchmarkTickets.fill(connection, TICKETS);
                System.out.printf("%,d tickets, page of %d with its count, %d runs each, ms%n", TICKETS, PAGE, RUNS);
                System.out.printf("%-44s %8s %8s %8s %8s %7s%n", "list", "first", "median", "p95", "max", "found");
                var slowest = 0.0;
                for (var entry : cases(filled).entrySet()) {
                    slowest =
                            Math.max(slowest, measure(connection, filled.company(), entry.getKey(), entry.getValue()));
                }
                System.out.printf("slowest p95 %.1f ms, budget %d ms%n", slowest, BUDGET_MILLIS);
                if (slowest >= BUDGET_MILLIS) {
                    throw new IllegalStateException("A list is too slow");
                }
            }
        }
    }

    private static Map<String, Case> cases(BenchmarkTickets.Filled filled) {
        var all = TicketFilter.ALL;
        var mine = new OneOf(Set.of(filled.technicians().getFirst()));
        var team = new OneOf(Set.copyOf(filled.technicians().subList(0, 10)));
        var channel = Optional.of(filled.channels().getFirst());
        var newest = TicketOrder.NEWEST_ACTIVITY;
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("all", new Case(all, newest));
        cases.put("live", new Case(all.live(), newest));
        cases.put("live by priority", new Case(all.live(), BY_PRIORITY));
        cases.put("all by priority", new Case(all, BY_PRIORITY));
        cases.put("my live", new Case(all.live().assignedTo(mine), newest));
        cases.put("my live by priority", new Case(all.live().assignedTo(mine), BY_PRIORITY));
        cases.put("unassigned live", new Case(all.live().assignedTo(new Nobody()), newest));
        cases.put("team live", new Case(all.live().assignedTo(team), newest));
        cases.put("team all by priority", new Case(all.assignedTo(team), BY_PRIORITY));
        cases.put("new", new Case(all.inStates(Set.of(TicketState.NEW)), newest));
        cases.put("closed", new Case(all.inStates(Set.of(TicketState.CLOSED)), newest));
        cases.put("urgent", new Case(all.ofPriorities(Set.of(TicketPriority.URGENT)), newest));
        cases.put(
                "urgent live of a channel",
                new Case(all.live().ofPriorities(Set.of(TicketPriority.URGENT)).fromChannel(channel), newest));
        cases.put(
                "closed of a channel by priority",
                new Case(all.inStates(Set.of(TicketState.CLOSED)).fromChannel(channel), BY_PRIORITY));
        cases.put(
                "one requester",
                new Case(all.requestedBy(Optional.of(filled.customers().getFirst())), newest));
        cases.put("search: number INC-150000", new Case(all.matching("INC-150000"), newest));
        cases.put("search: rare word", new Case(all.matching("kerberos4711"), newest));
        cases.put("search: common word", new Case(all.matching("drucker"), newest));
        cases.put("search: two common words", new Case(all.matching("drucker offline"), newest));
        cases.put("search: three common words", new Case(all.matching("drucker offline netzwerk"), newest));
        cases.put("search: common word, common beginning", new Case(all.matching("drucker beg"), newest));
        cases.put("search: three words, one rare", new Case(all.matching("drucker outlook kerberos47"), newest));
        cases.put("search: word of nearly every ticket", new Case(all.matching("die"), newest));
        cases.put("search: two-letter beginning", new Case(all.matching("dr"), newest));
        cases.put("search: nothing found", new Case(all.matching("drucker zzzzz"), newest));
        cases.put("search: requester's name", new Case(all.matching("vorname17 nachname417"), newest));
        cases.put("search: common word, live, by priority", new Case(all.live().matching("drucker"), BY_PRIORITY));
        cases.put(
                "search: common word, my live",
                new Case(all.live().assignedTo(mine).matching("drucker"), newest));
        cases.put(
                "search: common word, closed of a channel",
                new Case(
                        all.inStates(Set.of(TicketState.CLOSED))
                                .fromChannel(channel)
                                .matching("outlook"),
                        newest));
        return cases;
    }

    /** @return the 95th percentile in milliseconds */
    private static double measure(Connection connection, UUID company, String name, Case list) throws SQLException {
        var query = new TicketListQuery(company, WordIndex.POSTGRESQL);
        var millis = new double[RUNS];
        var found = 0;
        for (var run = 0; run < RUNS; run++) {
            var start = System.nanoTime();
            query.page(connection, list.filter(), list.order(), 0, PAGE);
            found = query.count(connection, list.filter());
            millis[run] = (System.nanoTime() - start) / 1e6;
        }
        var first = millis[0];
        Arrays.sort(millis);
        var p95 = millis[RUNS * 95 / 100 - 1];
        System.out.printf(
                "%-44s %8.1f %8.1f %8.1f %8.1f %7s%n",
                name,
                first,
                millis[RUNS / 2],
                p95,
                millis[RUNS - 1],
                found > TicketListQuery.COUNTED ? TicketListQuery.COUNTED + "+" : String.valueOf(found));
        return p95;
    }
}
