package org.beistand.helpdesk.ticket.control;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Five years of a busy service desk, the same at every run: 50 technicians, 5,000 requesters, most tickets long closed,
 * words as unevenly frequent as in real text, and a second company of a tenth of the size.
 */
final class BenchmarkTickets {

    private static final int TECHNICIANS = 50;
    private static final int CUSTOMERS = 5_000;
    private static final int CHANNELS = 6;
    private static final int RARE_WORDS = 20_000;
    private static final int WORDS_OF_A_TICKET = 70;
    private static final int COPIED_AT_ONCE = 5_000;
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    /** The most frequent first: the first is in nearly every ticket, "drucker" in about every fifth. */
    private static final List<String> COMMON = Stream.concat(
                    Arrays.stream("""
                            die der und ist nicht im in mit auf das ich bitte es hallo seit geht mehr wir heute kein \
                            please the is not help since morning office room please drucker outlook offline passwort vpn \
                            netzwerk laptop bildschirm laufwerk teams fehler update server zugriff konto gesperrt headset \
                            kamera monitor kabel akku software lizenz printer email login slow error screen account""".split(" ")), IntStream.range(0, 1_940).mapToObj(i -> "begriff" + i))
            .toList();

    private final RandomGenerator random;
    private final CopyManager copy;
    private final TicketTables.CompanyRows rows;

    /** What was written for the company that is measured. */
    record Filled(UUID company, List<UUID> technicians, List<UUID> customers, List<UUID> channels) {}

    private BenchmarkTickets(Connection connection, long seed) throws SQLException {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        copy = connection.unwrap(PGConnection.class).getCopyAPI();
        rows = new TicketTables.CompanyRows(connection);
    }

    static Filled fill(Connection connection, int tickets) throws SQLException, IOException {
        new BenchmarkTickets(connection, 1).company(tickets / 10);
        var filled = new BenchmarkTickets(connection, 2).company(tickets);
        try (var statement = connection.createStatement()) {
            // What the database does by itself overnight.
            statement.execute("vacuum analyze");
        }
        return filled;
    }

    private Filled company(int tickets) throws SQLException, IOException {
        List<UUID> technicians = new ArrayList<>();
        List<UUID> channels = new ArrayList<>();
        for (var i = 0; i < TECHNICIANS; i++) {
            technicians.add(rows.technician("Technician " + i));
        }
        for (var i = 0; i < CHANNELS; i++) {
            channels.add(rows.channel("Channel " + i));
        }
        var customers = customers();
        var filled = new Filled(rows.company, technicians, customers, channels);
        for (var from = 0; from < tickets; from += COPIED_AT_ONCE) {
            copy(filled, from, Math.min(tickets, from + COPIED_AT_ONCE), tickets);
        }
        return filled;
    }

    private List<UUID> customers() throws SQLException, IOException {
        var ids = IntStream.range(0, CUSTOMERS).mapToObj(i -> id()).toList();
        var lines = new StringBuilder();
        for (var i = 0; i < CUSTOMERS; i++) {
            lines.append(String.join(
                            "\t",
                            ids.get(i).toString(),
                            rows.company.toString(),
                            "Vorname" + i % 100 + " Nachname" + i,
                            "person" + i + "@example.org",
                            "",
                            "",
                            "de",
                            "f",
                            NOW.toString(),
                            "0"))
                    .append('\n');
        }
        copy.copyIn(
                "copy customer (id, company_id, name, email, phone, department, language, verified, created_at,"
                        + " version) from stdin",
                new StringReader(lines.toString()));
        return ids;
    }

    private void copy(Filled filled, int from, int to, int total) throws SQLException, IOException {
        var tickets = new StringBuilder();
        var searches = new StringBuilder();
        for (var i = from; i < to; i++) {
            var ticket = id().toString();
            var customer = random.nextInt(CUSTOMERS);
            var live = random.nextInt(100) < (i > total * 9 / 10 ? 40 : 1);
            var created = NOW.minus(Duration.ofMinutes(13L * (total - i)));
            var subject = words(5);
            tickets.append(String.join(
                            "\t",
                            ticket,
                            rows.company.toString(),
                            String.valueOf(1001 + i),
                            "1",
                            subject,
                            words(40),
                            state(live),
                            String.valueOf(1 + Math.min(3, random.nextInt(20) / 6)),
                            filled.customers().get(customer).toString(),
                            filled.channels().get(random.nextInt(CHANNELS)).toString(),
                            live && random.nextInt(3) == 0
                                    ? "\\N"
                                    : filled.technicians()
                                            .get(random.nextInt(TECHNICIANS))
                                            .toString(),
                            created.toString(),
                            created.plus(Duration.ofMinutes(random.nextInt(9_000)))
                                    .toString()))
                    .append('\n');
            var found = SearchWords.index(List.of(
                    "INC-" + (1001 + i),
                    subject,
                    "Vorname" + customer % 100 + " Nachname" + customer,
                    "person" + customer + "@example.org",
                    words(WORDS_OF_A_TICKET)));
            searches.append(ticket)
                    .append('\t')
                    .append(rows.company)
                    .append('\t')
                    .append(found)
                    .append('\n');
        }
        copy.copyIn(
                "copy ticket (id, company_id, number, version, subject, description, state, priority, requester_id,"
                        + " channel_id, assignee_id, created_at, active_at) from stdin",
                new StringReader(tickets.toString()));
        copy.copyIn(
                "copy ticket_search (ticket_id, company_id, words) from stdin", new StringReader(searches.toString()));
    }

    private String state(boolean live) {
        if (live) {
            return List.of("NEW", "OPEN", "PENDING").get(random.nextInt(3));
        }
        return random.nextInt(20) == 0 ? "RESOLVED" : "CLOSED";
    }

    /** Nine of ten words are common ones, the first of them most of all; the rest comes from a long tail. */
    private String words(int count) {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) {
            var common = random.nextInt(10) > 0;
            var place = Math.pow(random.nextDouble(), 3);
            text.append(i == 0 ? "" : " ")
                    .append(
                            common
                                    ? COMMON.get((int) (place * COMMON.size()))
                                    : "kerberos" + (int) (place * RARE_WORDS));
        }
        return text.toString();
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
