package org.beistand.helpdesk.ticket.entity;

import java.util.EnumSet;
import java.util.Set;

/** Where a ticket stands. Which state may follow which is decided here and nowhere else. */
public enum TicketState {
    /** Nobody has looked at it yet. */
    NEW,
    /** A technician works on it. */
    OPEN,
    /** Waits for an answer of the requester or of somebody else. */
    PENDING,
    /** Solved in the technician's opinion; the requester may still disagree. */
    RESOLVED,
    /** Over. Takes internal notes, but nothing that the requester would see. */
    CLOSED;

    /** The states that may follow this one; empty for {@link #CLOSED}. */
    public Set<TicketState> successors() {
        return switch (this) {
            case NEW -> EnumSet.of(OPEN, PENDING, RESOLVED);
            case OPEN -> EnumSet.of(PENDING, RESOLVED);
            case PENDING -> EnumSet.of(OPEN, RESOLVED);
            case RESOLVED -> EnumSet.of(OPEN, CLOSED);
            case CLOSED -> EnumSet.noneOf(TicketState.class);
        };
    }

    public boolean mayBecome(TicketState next) {
        return successors().contains(next);
    }

    /** Whether somebody still has to do something: the tickets a technician's lists show unasked. */
    public boolean isLive() {
        return this != RESOLVED && this != CLOSED;
    }
}
