package org.beistand.helpdesk.ticket.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.ticket.entity.TicketNumber;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;
import org.postgresql.PGStatement;

/**
 * One page of a ticket list in two statements of SQL: the rows, and how many there are as far as anybody wants to know.
 * Written in SQL because its plan is its point: V200 says which index serves which filter. The company is its first
 * condition always; there is no way to leave it out.
 */
final class TicketListQuery {

    /** Beyond this a list says "more than": counting on would cost more than the page itself. */
    static final int COUNTED = 1_000;

    /** The most rows of one page. */
    static final int LARGEST_PAGE = 200;

    private static final String ROWS = """
            select t.id, t.number, t.subject, t.state, t.priority, t.created_at, t.active_at,
                   c.name as requester, a.display_name as assignee, i.name as channel
              from (%s) t
              join customer c on c.id = t.requester_id
              left join technician a on a.id = t.assignee_id
              left join intake_channel i on i.id = t.channel_id
             order by %s""";

    private final UUID company;
    private final WordIndex wordIndex;

    TicketListQuery(UUID company, WordIndex wordIndex) {
        this.company = company;
        this.wordIndex = wordIndex;
    }

    /**
     * Rows from a position on. A position beyond the counted ones finds nothing: nobody pages that far, and a database
     * that skips rows has to read them.
     */
    List<TicketRow> page(Connection connection, TicketFilter filter, TicketOrder order, int offset, int limit)
            throws SQLException {
        if (offset < 0 || offset >= COUNTED) {
            return List.of();
        }
        var conditions = TicketConditions.of(connection, company, filter, wordIndex);
        return rows(connection, conditions, order, "limit ? offset ?", List.of(bounded(limit), offset));
    }

    /** Rows after a cursor (from the start without one), however deep, by index. */
    List<TicketRow> after(
            Connection connection, TicketFilter filter, TicketOrder order, Optional<TicketCursor> cursor, int limit)
            throws SQLException {
        var conditions = TicketConditions.of(connection, company, filter, wordIndex);
        cursor.ifPresent(place -> conditions.after(order, place));
        return rows(connection, conditions, order, "limit ?", List.of(bounded(limit)));
    }

    /** How many tickets the filter finds, at most {@link #COUNTED} + 1, which means "more". */
    int count(Connection connection, TicketFilter filter) throws SQLException {
        var conditions =
                TicketConditions.of(connection, company, filter, wordIndex).forCounting();
        var sql = "select count(*) from (select 1 from " + conditions.from() + " where " + conditions.where()
                + " limit ?) found";
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, conditions.parameters(), List.of(COUNTED + 1));
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    private static List<TicketRow> rows(
            Connection connection, TicketConditions conditions, TicketOrder order, String bounds, List<Object> numbers)
            throws SQLException {
        var sorted = orderBy(order);
        // Names are joined to the page's rows only, after they were chosen.
        var chosen = "select t.* from " + conditions.from() + " where " + conditions.where() + " order by " + sorted
                + " " + bounds;
        try (var statement = connection.prepareStatement(ROWS.formatted(chosen, sorted))) {
            bind(statement, conditions.parameters(), numbers);
            try (var result = statement.executeQuery()) {
                List<TicketRow> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        }
    }

    private static String orderBy(TicketOrder order) {
        var direction = order.descending() ? " desc" : " asc";
        return String.join(
                ", ",
                order.by().columns().stream()
                        .map(column -> "t." + column + direction)
                        .toList());
    }

    private static int bounded(int limit) {
        return Math.clamp(limit, 1, LARGEST_PAGE);
    }

    private static void bind(PreparedStatement statement, List<Object> parameters, List<Object> more)
            throws SQLException {
        planForTheseValues(statement);
        var index = 1;
        for (var value : parameters) {
            statement.setObject(index++, value);
        }
        for (var value : more) {
            statement.setObject(index++, value);
        }
    }

    /**
     * After a few executions PostgreSQL would settle for one plan whatever is searched for; a rare word and a common one
     * need different plans, and planning costs a millisecond.
     */
    private static void planForTheseValues(PreparedStatement statement) throws SQLException {
        if (statement.isWrapperFor(PGStatement.class)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }

    private static TicketRow row(ResultSet result) throws SQLException {
        return new TicketRow(
                result.getObject("id", UUID.class),
                new TicketNumber(result.getLong("number")),
                result.getString("subject"),
                TicketState.valueOf(result.getString("state")),
                TicketPriority.ofRank(result.getInt("priority")),
                result.getString("requester"),
                Optional.ofNullable(result.getString("assignee")),
                Optional.ofNullable(result.getString("channel")),
                result.getObject("created_at", OffsetDateTime.class).toInstant(),
                result.getObject("active_at", OffsetDateTime.class).toInstant());
    }
}
