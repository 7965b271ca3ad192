package org.beistand.helpdesk.ticket.entity;

/** How urgent a ticket is, from lowest to highest. Stored as {@link #rank()}, so that an index can sort by it. */
public enum TicketPriority {
    LOW(1),
    NORMAL(2),
    HIGH(3),
    URGENT(4);

    private final int rank;

    TicketPriority(int rank) {
        this.rank = rank;
    }

    /** 1 (lowest) to 4; stored in the database, never renumbered. */
    public int rank() {
        return rank;
    }

    /** @throws IllegalArgumentException for a rank no priority has */
    public static TicketPriority ofRank(int rank) {
        for (var priority : values()) {
            if (priority.rank == rank) {
                return priority;
            }
        }
        throw new IllegalArgumentException("No priority has rank " + rank);
    }
}
