package org.beistand.helpdesk.ticket.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.ticket.control.TicketFilter.Anybody;
import org.beistand.helpdesk.ticket.control.TicketFilter.Nobody;
import org.beistand.helpdesk.ticket.control.TicketFilter.OneOf;
import org.beistand.helpdesk.ticket.entity.TicketNumber;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;

/** A filter as SQL: the tables, the conditions and the values for their parameters, in order. */
final class TicketConditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private String from = "ticket t";
    private boolean wordsOnly;

    private TicketConditions() {}

    /** Looks into the database for what the searched words mean there. */
    static TicketConditions of(Connection connection, UUID company, TicketFilter filter, WordIndex wordIndex)
            throws SQLException {
        var sql = new TicketConditions();
        sql.add("t.company_id = ?", List.of(company));
        sql.states(filter);
        sql.in(
                "t.priority",
                filter.priorities().stream().map(TicketPriority::rank).sorted().toList());
        sql.assigned(filter.assigned());
        filter.channel().ifPresent(channel -> sql.add("t.channel_id = ?", List.of(channel)));
        filter.requester().ifPresent(requester -> sql.add("t.requester_id = ?", List.of(requester)));
        sql.words(connection, company, filter.words(), wordIndex);
        return sql;
    }

    /** Only what comes after that place in that order. */
    void after(TicketOrder order, TicketCursor place) {
        var columns = order.by().columns().stream().map("t."::concat).toList();
        var values = order.by().columns().stream()
                .map(column -> value(column, place))
                .toList();
        add(
                "(" + String.join(", ", columns) + ") " + (order.descending() ? "<" : ">") + " ("
                        + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")",
                values);
    }

    String from() {
        return from;
    }

    String where() {
        return String.join(" and ", conditions);
    }

    List<Object> parameters() {
        return parameters;
    }

    /** The same for counting only: whoever searches for words and nothing else is answered without the tickets. */
    TicketConditions forCounting() {
        if (!wordsOnly) {
            return this;
        }
        var words = new TicketConditions();
        words.from = "ticket_search s";
        // All but the first condition, which is the ticket's company; the words have their own.
        words.conditions.addAll(conditions.subList(1, conditions.size()));
        words.parameters.addAll(parameters.subList(1, parameters.size()));
        return words;
    }

    /**
     * Asking for exactly the live states is written as literals: only then can PostgreSQL see that its small index of
     * live tickets answers the question.
     */
    private void states(TicketFilter filter) {
        if (filter.states().equals(TicketFilter.ALL.live().states())) {
            add("t.state in ('NEW', 'OPEN', 'PENDING')", List.of());
        } else {
            in(
                    "t.state",
                    filter.states().stream().map(TicketState::name).sorted().toList());
        }
    }

    private void assigned(TicketFilter.Assigned assigned) {
        switch (assigned) {
            case Anybody() -> {}
            case Nobody() -> add("t.assignee_id is null", List.of());
            case OneOf(var technicians) when technicians.isEmpty() -> add("1 = 0", List.of());
            case OneOf(var technicians) -> in("t.assignee_id", technicians);
        }
    }

    private void words(Connection connection, UUID company, String typed, WordIndex wordIndex) throws SQLException {
        var number = TicketNumber.read(typed);
        if (number.isPresent()) {
            add("t.number = ?", List.of(number.get().value()));
            return;
        }
        List<SearchedWord> words = new ArrayList<>();
        for (var word : SearchWords.searched(typed)) {
            words.add(wordIndex.meaning(connection, company, word));
        }
        if (typed.isBlank()) {
            return;
        }
        if (words.isEmpty() || words.stream().anyMatch(SearchedWord::isUnknown)) {
            add("1 = 0", List.of());
            return;
        }
        wordsOnly = conditions.size() == 1;
        from = "ticket t join ticket_search s on s.ticket_id = t.id";
        add("s.company_id = ?", List.of(company));
        add(String.join(" and ", wordIndex.conditions(words)), wordIndex.parameters(words));
    }

    private void in(String column, Collection<?> values) {
        if (!values.isEmpty()) {
            add(column + " in (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")", values);
        }
    }

    private void add(String condition, Collection<?> values) {
        conditions.add(condition);
        parameters.addAll(values);
    }

    private static Object value(String column, TicketCursor place) {
        return switch (column) {
            case "priority" -> place.priorityRank();
            case "active_at" -> place.activeAt().atOffset(ZoneOffset.UTC);
            case "number" -> place.number();
            default -> throw new IllegalArgumentException("No list is sorted by " + column);
        };
    }
}
