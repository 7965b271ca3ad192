package org.beistand.helpdesk.ticket.control;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;

/**
 * Which tickets a list shows. All conditions hold at once; an empty set or text is no condition.
 *
 * @param words what was typed into the search field: words, a ticket number, a name
 */
public record TicketFilter(
        Set<TicketState> states,
        Set<TicketPriority> priorities,
        Assigned assigned,
        Optional<UUID> channel,
        Optional<UUID> requester,
        String words) {

    /** Every ticket of the company. */
    public static final TicketFilter ALL =
            new TicketFilter(Set.of(), Set.of(), new Anybody(), Optional.empty(), Optional.empty(), "");

    /** A condition on who works on a ticket. */
    public sealed interface Assigned {}

    /** No condition. */
    public record Anybody() implements Assigned {}

    /** Only tickets that nobody has taken. */
    public record Nobody() implements Assigned {}

    /** Only tickets of these technicians; an empty set finds nothing. */
    public record OneOf(Set<UUID> technicians) implements Assigned {}

    public TicketFilter live() {
        var live = EnumSet.noneOf(TicketState.class);
        for (var state : TicketState.values()) {
            if (state.isLive()) {
                live.add(state);
            }
        }
        return inStates(live);
    }

    public TicketFilter inStates(Set<TicketState> wanted) {
        return new TicketFilter(wanted, priorities, assigned, channel, requester, words);
    }

    public TicketFilter ofPriorities(Set<TicketPriority> wanted) {
        return new TicketFilter(states, wanted, assigned, channel, requester, words);
    }

    public TicketFilter assignedTo(Assigned wanted) {
        return new TicketFilter(states, priorities, wanted, channel, requester, words);
    }

    public TicketFilter fromChannel(Optional<UUID> wanted) {
        return new TicketFilter(states, priorities, assigned, wanted, requester, words);
    }

    public TicketFilter requestedBy(Optional<UUID> wanted) {
        return new TicketFilter(states, priorities, assigned, channel, wanted, words);
    }

    public TicketFilter matching(String typed) {
        return new TicketFilter(states, priorities, assigned, channel, requester, typed);
    }
}
