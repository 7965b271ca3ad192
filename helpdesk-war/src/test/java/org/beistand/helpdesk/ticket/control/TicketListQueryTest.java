package org.beistand.helpdesk.ticket.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beistand.helpdesk.ticket.control.TicketFilter.Nobody;
import org.beistand.helpdesk.ticket.control.TicketFilter.OneOf;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The same lists and the same search on both databases. */
@ParameterizedClass
@EnumSource(TicketTables.class)
@SuppressWarnings("NullAway.Init")
class TicketListQueryTest {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    @Parameter
    TicketTables database;

    private Connection connection;
    private TicketTables.CompanyRows rows;
    private TicketListQuery query;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
        rows = new TicketTables.CompanyRows(connection);
        query = new TicketListQuery(rows.company, WordIndex.of(connection));
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void showsNamesAndTheNewestActivityFirst() throws SQLException {
        var anna = rows.customer("Anna Berg", "anna@example.org");
        var maria = rows.technician("Maria Lindner");
        var channel = rows.channel("Portal");
        var older = rows.ticket("Older", anna).activeAt(START).kept();
        var newer = rows.ticket("Newer", anna)
                .activeAt(START.plusSeconds(5))
                .takenBy(maria)
                .through(channel)
                .kept();

        var page = page(TicketFilter.ALL);

        assertThat(page).extracting(row -> row.number().value()).containsExactly(newer, older);
        assertThat(page.getFirst().requester()).isEqualTo("Anna Berg");
        assertThat(page.getFirst().assignee()).contains("Maria Lindner");
        assertThat(page.getFirst().channel()).contains("Portal");
        assertThat(page.getFirst().activeAt()).isEqualTo(START.plusSeconds(5));
        assertThat(page.getLast().assignee()).isEmpty();
    }

    @Test
    void filtersByEveryField() throws SQLException {
        var anna = rows.customer("Anna Berg", "anna@example.org");
        var tom = rows.customer("Tom Reed", "tom@example.org");
        var maria = rows.technician("Maria Lindner");
        var channel = rows.channel("Portal");
        var open = rows.ticket("Open", anna).in(TicketState.OPEN).takenBy(maria).kept();
        var closed = rows.ticket("Closed", anna)
                .in(TicketState.CLOSED)
                .through(channel)
                .kept();
        var urgent = rows.ticket("Urgent", tom)
                .in(TicketState.NEW)
                .of(TicketPriority.URGENT)
                .kept();

        assertThat(found(TicketFilter.ALL.live())).containsOnly(open, urgent);
        assertThat(found(TicketFilter.ALL.inStates(Set.of(TicketState.CLOSED)))).containsOnly(closed);
        assertThat(found(TicketFilter.ALL.ofPriorities(Set.of(TicketPriority.URGENT))))
                .containsOnly(urgent);
        assertThat(found(TicketFilter.ALL.assignedTo(new OneOf(Set.of(maria))))).containsOnly(open);
        assertThat(found(TicketFilter.ALL.assignedTo(new Nobody()))).containsOnly(closed, urgent);
        assertThat(found(TicketFilter.ALL.assignedTo(new OneOf(Set.of())))).isEmpty();
        assertThat(found(TicketFilter.ALL.fromChannel(Optional.of(channel)))).containsOnly(closed);
        assertThat(found(TicketFilter.ALL.requestedBy(Optional.of(tom)))).containsOnly(urgent);
        assertThat(found(TicketFilter.ALL.live().requestedBy(Optional.of(anna))))
                .containsOnly(open);
    }

    @Test
    void sortsByPriorityThenActivity() throws SQLException {
        var anna = rows.customer("Anna Berg", "anna@example.org");
        var low = rows.ticket("Low", anna)
                .of(TicketPriority.LOW)
                .activeAt(START.plusSeconds(9))
                .kept();
        var high = rows.ticket("High", anna)
                .of(TicketPriority.HIGH)
                .activeAt(START)
                .kept();
        var alsoHigh = rows.ticket("Also", anna)
                .of(TicketPriority.HIGH)
                .activeAt(START.plusSeconds(1))
                .kept();

        assertThat(numbers(query.page(
                        connection, TicketFilter.ALL, new TicketOrder(TicketOrder.By.PRIORITY, true), 0, 50)))
                .containsExactly(alsoHigh, high, low);
        assertThat(numbers(
                        query.page(connection, TicketFilter.ALL, new TicketOrder(TicketOrder.By.NUMBER, false), 0, 50)))
                .containsExactly(low, high, alsoHigh);
    }

    @Test
    void neverShowsAnotherCompanysTickets() throws SQLException {
        var strangers = new TicketTables.CompanyRows(connection);
        var stranger = strangers.customer("Stranger", "s@example.org");
        var theirTechnician = strangers.technician("Their Technician");
        strangers.ticket("Secret printer", stranger).takenBy(theirTechnician).kept();

        assertThat(found(TicketFilter.ALL)).isEmpty();
        assertThat(found(TicketFilter.ALL.matching("secret"))).isEmpty();
        assertThat(found(TicketFilter.ALL.matching("INC-1001"))).isEmpty();
        assertThat(found(TicketFilter.ALL.requestedBy(Optional.of(stranger)))).isEmpty();
        assertThat(found(TicketFilter.ALL.assignedTo(new OneOf(Set.of(theirTechnician)))))
                .isEmpty();
        assertThat(query.count(connection, TicketFilter.ALL)).isZero();
    }

    @Test
    void findsByBeginningsOfWordsWhateverTheirSpelling() throws SQLException {
        var anna = rows.customer("Anna Berg", "anna@example.org");
        var printer = rows.ticket("Drucker im Büro offline", anna)
                .saying("Anna Berg anna@example.org")
                .kept();
        var mail = rows.ticket("Outlook: Postfach voll", anna)
                .saying("Überlauf, größer als 100%")
                .kept();

        assertThat(found(TicketFilter.ALL.matching("druck"))).containsOnly(printer);
        assertThat(found(TicketFilter.ALL.matching("OFFLINE buro"))).containsOnly(printer);
        assertThat(found(TicketFilter.ALL.matching("büro"))).containsOnly(printer);
        assertThat(found(TicketFilter.ALL.matching("buero"))).containsOnly(printer);
        assertThat(found(TicketFilter.ALL.matching("anna berg"))).containsOnly(printer);
        assertThat(found(TicketFilter.ALL.matching("anna@example.org"))).containsOnly(printer);
        assertThat(found(TicketFilter.ALL.matching("ueberlauf grosser"))).containsOnly(mail);
        assertThat(found(TicketFilter.ALL.matching("drucker postfach"))).isEmpty();
        assertThat(found(TicketFilter.ALL.matching("rucker"))).isEmpty();
        assertThat(found(TicketFilter.ALL.matching("INC-" + mail))).containsOnly(mail);
        assertThat(found(TicketFilter.ALL.matching(String.valueOf(mail)))).containsOnly(mail);
    }

    @Test
    void takesWildcardsAndOperatorsForWhatTheyAre() throws SQLException {
        var anna = rows.customer("Anna Berg", "anna@example.org");
        rows.ticket("Printer", anna).kept();

        for (var hostile : List.of("%", "_", "%%%", "'", "''--", "\\", "!", "& |", ":*", "(", "\"", "\0", "<->", "*")) {
            assertThat(found(TicketFilter.ALL.matching(hostile))).as(hostile).isEmpty();
        }
        assertThat(found(TicketFilter.ALL.matching("prin%"))).hasSize(1);
        assertThat(found(TicketFilter.ALL.matching("p_inter"))).isEmpty();
        assertThat(found(TicketFilter.ALL.matching("'); delete from ticket; --")))
                .isEmpty();
        assertThat(found(TicketFilter.ALL.matching("  "))).hasSize(1);
    }

    @Test
    void takesASingleLetterForAWord() throws SQLException {
        var anna = rows.customer("Anna Berg", "anna@example.org");
        var drive = rows.ticket("Laufwerk X fehlt", anna).kept();
        rows.ticket("Xerox kaputt", anna).kept();

        assertThat(found(TicketFilter.ALL.matching("x"))).containsOnly(drive);
    }

    @Test
    void findsByABeginningHoweverManyWordsHaveIt() throws SQLException {
        var anna = rows.customer("Anna Berg", "anna@example.org");
        for (var i = 0; i < 20; i++) {
            rows.ticket("netz" + i + " kaputt", anna).kept();
        }
        var other = rows.ticket("netzwerk offline", anna).kept();

        assertThat(found(TicketFilter.ALL.matching("netz kaputt"))).hasSize(20).doesNotContain(other);
        assertThat(found(TicketFilter.ALL.matching("netz1 kaputt"))).hasSize(11);
        assertThat(found(TicketFilter.ALL.matching("netzw off"))).containsOnly(other);
        assertThat(found(TicketFilter.ALL.matching("netz1 offline"))).isEmpty();
    }

    @Test
    void findsByWordsThatATicketGotLater() throws SQLException {
        var anna = rows.customer("Anna Berg", "anna@example.org");
        var ticket = rows.ticket("Drucker", anna).kept();
        assertThat(found(TicketFilter.ALL.matching("papierstau"))).isEmpty();

        rows.reword(ticket, "Drucker mit Papierstau");

        assertThat(found(TicketFilter.ALL.matching("papier drucker"))).containsOnly(ticket);
    }

    @Test
    void pagesThroughEverythingOnceByCursor() throws SQLException {
        var anna = rows.customer("Anna Berg", "anna@example.org");
        for (var i = 0; i < 23; i++) {
            var priority = TicketPriority.values()[i % 4];
            // Groups of equal times: only the number tells them apart.
            rows.ticket("Ticket " + i, anna)
                    .of(priority)
                    .activeAt(START.plusSeconds(i / 5))
                    .kept();
        }
        for (var by : TicketOrder.By.values()) {
            for (var descending : List.of(true, false)) {
                var order = new TicketOrder(by, descending);
                assertThat(numbersByCursor(order))
                        .as("%s", order)
                        .isEqualTo(numbers(query.page(connection, TicketFilter.ALL, order, 0, 50)))
                        .hasSize(23)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void answersHugePageNumbersWithNothing() throws SQLException {
        var anna = rows.customer("Anna Berg", "anna@example.org");
        rows.ticket("Only one", anna).kept();

        assertThat(query.page(connection, TicketFilter.ALL, TicketOrder.NEWEST_ACTIVITY, Integer.MAX_VALUE, 50))
                .isEmpty();
        assertThat(query.page(connection, TicketFilter.ALL, TicketOrder.NEWEST_ACTIVITY, -1, 50))
                .isEmpty();
        assertThat(query.page(connection, TicketFilter.ALL, TicketOrder.NEWEST_ACTIVITY, 0, Integer.MAX_VALUE))
                .hasSize(1);
    }

    private List<Long> numbersByCursor(TicketOrder order) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        var cursor = Optional.<TicketCursor>empty();
        List<TicketRow> slice;
        while (!(slice = query.after(connection, TicketFilter.ALL, order, cursor, 4)).isEmpty()) {
            numbers.addAll(numbers(slice));
            cursor = TicketCursor.read(TicketCursor.after(slice.getLast()).toString());
        }
        return numbers;
    }

    private List<TicketRow> page(TicketFilter filter) throws SQLException {
        return query.page(connection, filter, TicketOrder.NEWEST_ACTIVITY, 0, 50);
    }

    private List<Long> found(TicketFilter filter) throws SQLException {
        var found = numbers(page(filter));
        assertThat(query.count(connection, filter)).isEqualTo(found.size());
        return found;
    }

    private static List<Long> numbers(List<TicketRow> rows) {
        return rows.stream().map(row -> row.number().value()).toList();
    }
}
