package org.beistand.helpdesk.ticket.control;

import java.util.List;

/**
 * How a list is sorted.
 *
 * @param descending newest, highest or largest first
 */
public record TicketOrder(By by, boolean descending) {

    /** What happened last comes first. */
    public static final TicketOrder NEWEST_ACTIVITY = new TicketOrder(By.ACTIVITY, true);

    /** What to sort by. Each ends in the ticket's number, so that the order is total. */
    public enum By {
        ACTIVITY(List.of("active_at", "number")),
        NUMBER(List.of("number")),
        PRIORITY(List.of("priority", "active_at", "number"));

        private final List<String> columns;

        By(List<String> columns) {
            this.columns = columns;
        }

        List<String> columns() {
            return columns;
        }
    }
}
