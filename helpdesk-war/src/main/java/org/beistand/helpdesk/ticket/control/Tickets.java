package org.beistand.helpdesk.ticket.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.logging.LogContext;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.helpdesk.ticket.entity.TicketNumber;
import org.hibernate.Session;

/** The current company's tickets. Every method runs in the caller's transaction. */
@ApplicationScoped
public class Tickets {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    /** The most tickets a list counts, and shows to people. */
    public static final int COUNTED = TicketListQuery.COUNTED;

    /** Some rows of a list, and how many there are: at most {@link TicketListQuery#COUNTED} + 1, which means "more". */
    public record Page(List<TicketRow> rows, int count) {

        /** Whether there are more than anybody counted. */
        public boolean isMore() {
            return count > TicketListQuery.COUNTED;
        }
    }

    /** Rows after a cursor. */
    public record Slice(List<TicketRow> rows, Optional<TicketCursor> next) {}

    public Optional<Ticket> find(TicketNumber number) {
        return noted(entities.createQuery("from Ticket where number = :number", Ticket.class)
                .setParameter("number", number.value())
                .getResultStream()
                .findFirst());
    }

    /** @return empty also for a ticket of another company */
    public Optional<Ticket> find(UUID id) {
        return noted(Optional.ofNullable(entities.find(Ticket.class, id)));
    }

    /** From here on this thread's log lines say which ticket is meant. */
    private static Optional<Ticket> noted(Optional<Ticket> found) {
        found.ifPresent(
                ticket -> LogContext.note(LogContext.Key.TICKET, ticket.number().toString()));
        return found;
    }

    /** @throws NotFoundException if the company has no such ticket */
    public Ticket require(TicketNumber number) {
        return find(number).orElseThrow(() -> new NotFoundException("ticket " + number));
    }

    /** @throws NotFoundException if the company has no such ticket */
    public Ticket require(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("ticket " + id));
    }

    /**
     * A ticket as a URL names it: by number or by id.
     *
     * @throws NotFoundException if the company has no such ticket, or this names none
     */
    public Ticket require(String reference) {
        return TicketNumber.read(reference)
                .flatMap(this::find)
                .or(() -> Ids.read(reference).flatMap(this::find))
                .orElseThrow(() -> new NotFoundException("a ticket by that reference"));
    }

    /**
     * A ticket to be changed, locked until the transaction ends: changes of one ticket happen one after the other, so
     * that adding a reply never fails because somebody else added one.
     *
     * @throws NotFoundException if the company has no such ticket
     */
    public Ticket requireForUpdate(UUID id) {
        var ticket = require(id);
        entities.flush();
        entities.refresh(ticket, LockModeType.PESSIMISTIC_WRITE);
        return ticket;
    }

    /** A numbered page of a list, for people. */
    public Page page(TicketFilter filter, TicketOrder order, int offset, int limit) {
        return query((connection, query) -> {
            var rows = query.page(connection, filter, order, offset, limit);
            // The first page that is not full has told already how many there are.
            var known = offset == 0 && rows.size() < Math.clamp(limit, 1, TicketListQuery.LARGEST_PAGE);
            return new Page(rows, known ? rows.size() : query.count(connection, filter));
        });
    }

    /** How many tickets a filter finds; see {@link Page#count}. */
    public int count(TicketFilter filter) {
        return query((connection, query) -> query.count(connection, filter));
    }

    /** A list from a cursor on, for programs. */
    public Slice slice(TicketFilter filter, TicketOrder order, Optional<TicketCursor> cursor, int limit) {
        var wanted = Math.clamp(limit, 1, TicketListQuery.LARGEST_PAGE - 1);
        return query((connection, query) -> {
            var rows = query.after(connection, filter, order, cursor, wanted + 1);
            if (rows.size() <= wanted) {
                return new Slice(rows, Optional.empty());
            }
            var shown = rows.subList(0, wanted);
            return new Slice(shown, Optional.of(TicketCursor.after(shown.getLast())));
        });
    }

    private <T> T query(Asked<T> asked) {
        var company = CurrentCompany.require();
        return entities.unwrap(Session.class)
                .doReturningWork(
                        connection -> asked.of(connection, new TicketListQuery(company, WordIndex.of(connection))));
    }

    @FunctionalInterface
    private interface Asked<T> {
        T of(Connection connection, TicketListQuery query) throws SQLException;
    }
}
