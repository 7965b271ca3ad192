package org.beistand.helpdesk.ticket.boundary;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.beistand.helpdesk.ticket.control.TicketCursor;
import org.beistand.helpdesk.ticket.control.TicketFilter;
import org.beistand.helpdesk.ticket.control.TicketOrder;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;

/** The query parameters of a list; {@link TicketsResource#list} describes them, because Payara cannot read that here. */
@SuppressWarnings("NullAway.Init") // filled by the container; every parameter has a default
public class TicketListParameters {

    @QueryParam("state")
    List<String> states;

    @QueryParam("priority")
    List<String> priorities;

    @QueryParam("assignee")
    @DefaultValue("anybody")
    String assignee;

    @QueryParam("channel")
    @DefaultValue("")
    String channel;

    @QueryParam("requester")
    @DefaultValue("")
    String requester;

    @QueryParam("q")
    @DefaultValue("")
    String words;

    @QueryParam("sort")
    @DefaultValue("-activity")
    String sort;

    @QueryParam("cursor")
    @DefaultValue("")
    String cursor;

    @QueryParam("limit")
    @DefaultValue("50")
    String limit;

    TicketFilter filter(TicketListing listing) {
        return TicketFilter.ALL
                .inStates(states.stream()
                        .map(state -> JsonFields.readChoice("state", state, TicketState.class))
                        .collect(Collectors.toSet()))
                .ofPriorities(priorities.stream()
                        .map(priority -> JsonFields.readChoice("priority", priority, TicketPriority.class))
                        .collect(Collectors.toSet()))
                .assignedTo(listing.assigned(assignee))
                .fromChannel(given(channel).map(id -> JsonFields.readId("channel", id)))
                .requestedBy(given(requester).map(id -> JsonFields.readId("requester", id)))
                .matching(words);
    }

    TicketOrder order() {
        var descending = sort.startsWith("-");
        var by = JsonFields.readChoice("sort", descending ? sort.substring(1) : sort, TicketOrder.By.class);
        return new TicketOrder(by, descending);
    }

    Optional<TicketCursor> cursor() {
        return given(cursor)
                .map(text -> TicketCursor.read(text).orElseThrow(() -> new InvalidFieldException("cursor")));
    }

    /** A limit out of bounds is brought into them. */
    int limit() {
        try {
            return Integer.parseInt(limit);
        } catch (NumberFormatException e) {
            throw new InvalidFieldException("limit");
        }
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
