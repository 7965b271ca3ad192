package org.beistand.helpdesk.ticket.boundary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.beistand.helpdesk.ticket.control.TicketFilter;
import org.beistand.helpdesk.ticket.control.TicketOrder;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;

/**
 * Which list the desk shows, as its address says. Every link of a list is such an address, so that lists can be
 * bookmarked, opened in another tab and gone back to. What cannot be read falls back to the usual: a mistyped address
 * shows a list, not an error.
 *
 * @param list {@code mine}, {@code unassigned}, {@code team} or {@code all}
 * @param state a state's name, {@code live}, {@code any}, or empty for live without and any with a search
 * @param page from 1
 */
public record ListAddress(
        String list, String state, String priority, String channel, String words, String sort, int page) {

    /** Rows of a page: a screen and a half, so that the next page is rarely needed. */
    static final int ROWS = 50;

    static final List<String> LISTS = List.of("mine", "unassigned", "team", "all");
    private static final Map<String, String> ASSIGNED =
            Map.of("mine", "me", "unassigned", "none", "team", "team", "all", "anybody");

    static ListAddress read(Map<String, String> parameters) {
        var list = parameters.getOrDefault("list", "");
        return new ListAddress(
                LISTS.contains(list) ? list : "mine",
                parameters.getOrDefault("state", ""),
                parameters.getOrDefault("priority", ""),
                parameters.getOrDefault("channel", ""),
                parameters.getOrDefault("q", "").strip(),
                parameters.getOrDefault("sort", ""),
                number(parameters.getOrDefault("page", "1")));
    }

    TicketFilter filter(TicketListing listing) {
        return inStates(TicketFilter.ALL)
                .ofPriorities(
                        choice(priority, TicketPriority.class).map(Set::of).orElse(Set.of()))
                .assignedTo(listing.assigned(ASSIGNED.getOrDefault(list, "me")))
                .fromChannel(listing.channel(channel))
                .matching(words);
    }

    private TicketFilter inStates(TicketFilter filter) {
        var one = choice(state, TicketState.class);
        if (one.isPresent()) {
            return filter.inStates(Set.of(one.get()));
        }
        return effectiveState().equals("live") ? filter.live() : filter;
    }

    /** What an address means that names no state: a search looks at everything, a list at what is still to be done. */
    public String usualState() {
        return words.isEmpty() ? "live" : "any";
    }

    /** The state's filter as the form offers it: the usual is said by nothing, so that it can change with the words. */
    public String chosenState() {
        return effectiveState().equals(usualState()) ? "" : effectiveState();
    }

    /** The state's filter that is in force. */
    public String effectiveState() {
        if (state.equals("live")
                || state.equals("any")
                || choice(state, TicketState.class).isPresent()) {
            return state;
        }
        return usualState();
    }

    TicketOrder order() {
        var descending = !sort.startsWith("+");
        return choice(sort.isEmpty() ? "" : sort.substring(1), TicketOrder.By.class)
                .map(by -> new TicketOrder(by, descending))
                .orElse(TicketOrder.NEWEST_ACTIVITY);
    }

    int offset() {
        return (page - 1) * ROWS;
    }

    /** Whether anything beyond the list itself narrows it down. */
    public boolean filtered() {
        return !state.isEmpty() || !priority.isEmpty() || !channel.isEmpty() || !words.isEmpty();
    }

    public ListAddress withList(String other) {
        return new ListAddress(other, state, priority, channel, words, sort, 1);
    }

    public ListAddress withPage(int other) {
        return new ListAddress(list, state, priority, channel, words, sort, other);
    }

    public ListAddress plain() {
        return new ListAddress(list, "", "", "", "", "", 1);
    }

    /** Sorted by that column, downwards first; the other way round if it already is. */
    public ListAddress sortedBy(String column) {
        var now = order();
        var same = now.by().name().equalsIgnoreCase(column);
        var other = (same && now.descending() ? "+" : "-") + column;
        return new ListAddress(list, state, priority, channel, words, other, 1);
    }

    /** {@code ascending}, {@code descending} or {@code none}, as ARIA names it. */
    public String sorting(String column) {
        var now = order();
        if (!now.by().name().equalsIgnoreCase(column)) {
            return "none";
        }
        return now.descending() ? "descending" : "ascending";
    }

    /** The query string without question mark, saying only what is not the usual. */
    public String query() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("list", list);
        parts.put("state", state);
        parts.put("priority", priority);
        parts.put("channel", channel);
        parts.put("q", words);
        parts.put("sort", sort);
        parts.put("page", page == 1 ? "" : String.valueOf(page));
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static int number(String text) {
        try {
            return Math.clamp(Integer.parseInt(text), 1, 1_000_000);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static <E extends Enum<E>> Optional<E> choice(String text, Class<E> kind) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(JsonFields.readChoice("", text, kind));
        } catch (InvalidFieldException unknown) {
            return Optional.empty();
        }
    }
}
