package org.beistand.helpdesk.servicenow.control;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;

/**
 * Which of our values is which of theirs. Written by administrators, one {@code key = value} a line: {@code state.OPEN = 2},
 * {@code priority.HIGH = 1/2} (impact/urgency), {@code close_code = Solved (Permanently)}, {@code comments = yes}, and
 * {@code field.u_remote_support = number} for columns of the customer's own, {@code group = Service Desk} and
 * {@code group.Telephone = Phone Team} for who is to work on tickets, in general and from one channel.
 */
public final class Mapping {

    /** Fits an instance as it is delivered. */
    public static final String USUAL = """
            state.NEW = 1
            state.OPEN = 2
            state.PENDING = 3
            state.RESOLVED = 6
            state.CLOSED = 7
            priority.URGENT = 1/1
            priority.HIGH = 1/2
            priority.NORMAL = 2/2
            priority.LOW = 2/3
            hold_reason = 1
            close_code = Solved (Permanently)
            contact_type = self-service
            comments = yes
            """;

    private static final Pattern LINE = Pattern.compile("\\s*([A-Za-z_][^=]*?)\\s*=\\s*(.*?)\\s*");
    private static final Pattern KEY = Pattern.compile("state\\.(NEW|OPEN|PENDING|RESOLVED|CLOSED)"
            + "|priority\\.(LOW|NORMAL|HIGH|URGENT)|hold_reason|close_code|contact_type|comments|field\\.u_[a-z0-9_]{1,60}"
            + "|group|group\\.[^=]{1,100}");
    private static final Pattern IMPACT_URGENCY = Pattern.compile("[1-3]/[1-3]");

    /** As choices are stored over there: figures, and whatever else a company chose. */
    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    /** Enough to find a line by; a message is no place for a page of text. */
    private static final int LONGEST_SHOWN = 80;

    private static final String FIELD = "field.";
    private static final String GROUP = "group";

    private final Map<String, String> values;

    private Mapping(Map<String, String> values) {
        this.values = values;
    }

    /** Lines that nobody understands are {@link #complaint}'s business; here they count for nothing. */
    public static Mapping of(String text) {
        Map<String, String> values = read(USUAL);
        values.putAll(read(text));
        return new Mapping(values);
    }

    /** The first line that cannot be used, or says again what an earlier one said, if any. */
    public static Optional<String> complaint(String text) {
        Set<String> said = new HashSet<>();
        return text.lines()
                .filter(line -> !line.isBlank())
                .filter(line -> !isUsable(line) || !said.add(line.split("=", 2)[0].strip()))
                .map(Mapping::shown)
                .findFirst();
    }

    private static String shown(String line) {
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + " ...";
    }

    private static boolean isUsable(String line) {
        var match = LINE.matcher(line);
        if (!match.matches() || !KEY.matcher(match.group(1)).matches()) {
            return false;
        }
        String value = match.group(2);
        return switch (match.group(1).split("\\.", 2)[0]) {
            case "state" -> STATE.matcher(value).matches();
            case "priority" -> IMPACT_URGENCY.matcher(value).matches();
            case "comments" -> value.equalsIgnoreCase("yes") || value.equalsIgnoreCase("no");
            default -> true;
        };
    }

    private static Map<String, String> read(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines().filter(line -> !line.isBlank() && isUsable(line)).forEach(line -> {
            var match = LINE.matcher(line);
            if (match.matches()) {
                values.put(match.group(1), match.group(2));
            }
        });
        return values;
    }

    /** Everything that goes with a state: some need a reason, which must come in the same update. */
    Map<String, String> columns(TicketState state, String closeNotes) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("state", value("state." + state.name()));
        switch (state) {
            case PENDING -> columns.put("hold_reason", value("hold_reason"));
            case RESOLVED, CLOSED -> {
                columns.put("close_code", value("close_code"));
                columns.put("close_notes", closeNotes);
            }
            case NEW, OPEN -> columns.put("hold_reason", "");
        }
        return columns;
    }

    /** ServiceNow computes the priority from these two. */
    Map<String, String> columns(TicketPriority priority) {
        String[] both = value("priority." + priority.name()).split("/", 2);
        return Map.of("impact", both[0], "urgency", both[1]);
    }

    /** Ours for theirs; empty for a value that is mapped to nothing of ours. */
    Optional<TicketState> state(String theirs) {
        for (var state : TicketState.values()) {
            if (value("state." + state.name()).equals(theirs)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /** Ours for an impact and an urgency; where several pairs mean the same, the nearest by their sum. */
    TicketPriority priority(String impact, String urgency) {
        for (var priority : TicketPriority.values()) {
            if (value("priority." + priority.name()).equals(impact + "/" + urgency)) {
                return priority;
            }
        }
        return switch (sum(impact, urgency)) {
            case 2 -> TicketPriority.URGENT;
            case 3 -> TicketPriority.HIGH;
            case 4 -> TicketPriority.NORMAL;
            default -> TicketPriority.LOW;
        };
    }

    private static int sum(String impact, String urgency) {
        return impact.matches("[1-3]") && urgency.matches("[1-3]")
                ? Integer.parseInt(impact) + Integer.parseInt(urgency)
                : 0;
    }

    /** Whether public replies become comments, which ServiceNow sends to the caller by e-mail. */
    boolean writesComments() {
        return value("comments").equalsIgnoreCase("yes");
    }

    String contactType() {
        return value("contact_type");
    }

    /** The customer's own columns and which of our facts goes in: {@code number}, {@code link} or {@code subject}. */
    public Map<String, String> ownColumns() {
        Map<String, String> own = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(FIELD)) {
                own.put(key.substring(FIELD.length()), value);
            }
        });
        return own;
    }

    /** The group over there that works on tickets of that channel, if any is said. @param channel its name, or empty */
    Optional<String> group(String channel) {
        String own = value(GROUP + "." + channel);
        return Optional.of(own.isEmpty() ? value(GROUP) : own).filter(name -> !name.isEmpty());
    }

    /** The names of all groups there are in here. */
    public Set<String> groups() {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().equals(GROUP) || entry.getKey().startsWith(GROUP + "."))
                .map(Map.Entry::getValue)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of all channels there are in here. */
    public Set<String> channels() {
        return values.keySet().stream()
                .filter(key -> key.startsWith(GROUP + "."))
                .map(key -> key.substring(GROUP.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The one channel whose tickets are that group's; empty for none or several. */
    Optional<String> channel(String group) {
        var channels = values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(GROUP + "."))
                .filter(entry -> entry.getValue().equalsIgnoreCase(group))
                .map(entry -> entry.getKey().substring(GROUP.length() + 1))
                .toList();
        return channels.size() == 1 ? Optional.of(channels.getFirst()) : Optional.empty();
    }

    private String value(String key) {
        return values.getOrDefault(key, "");
    }
}
