package org.beistand.servicenow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code sysparm_query}: conditions joined by {@code ^}, then orders. As on a real instance, a condition that cannot be
 * understood is ignored, so that the query returns more than asked for.
 */
final class EncodedQuery {

    private static final Pattern CONDITION = Pattern.compile(
            "([a-z_.]+)(NOT LIKE|STARTSWITH|ISNOTEMPTY|ISEMPTY|LIKE|IN|!=|>=|<=|=|>|<)(.*)", Pattern.DOTALL);

    private final List<Matcher> conditions = new ArrayList<>();
    private final List<String> orders = new ArrayList<>();

    EncodedQuery(String text) {
        // A literal ^ in a value is written ^^; no text of ours contains U+0001.
        for (String term : text.replace("^^", "\u0001").split("\\^")) {
            if (term.startsWith("ORDERBY") && !term.startsWith("ORDERBYDESC")) {
                orders.add(term.substring("ORDERBY".length()));
            } else {
                Matcher condition = CONDITION.matcher(term.replace('\u0001', '^'));
                if (condition.matches()) {
                    conditions.add(condition);
                }
            }
        }
    }

    List<Map<String, String>> run(List<Map<String, String>> rows) {
        Comparator<Map<String, String>> order = (a, b) -> 0;
        for (String column : orders) {
            order = order.thenComparing(row -> row.getOrDefault(column, ""));
        }
        return rows.stream().filter(this::matches).sorted(order).toList();
    }

    private boolean matches(Map<String, String> row) {
        return conditions.stream()
                .allMatch(condition -> !row.containsKey(condition.group(1))
                        || holds(row.get(condition.group(1)), condition.group(2), condition.group(3)));
    }

    private static boolean holds(String value, String operator, String wanted) {
        String lower = value.toLowerCase(Locale.ROOT);
        return switch (operator) {
            case "=" -> value.equalsIgnoreCase(wanted);
            case "!=" -> !value.equalsIgnoreCase(wanted);
            case ">=" -> value.compareTo(wanted) >= 0;
            case "<=" -> value.compareTo(wanted) <= 0;
            case ">" -> value.compareTo(wanted) > 0;
            case "<" -> value.compareTo(wanted) < 0;
            case "LIKE" -> lower.contains(wanted.toLowerCase(Locale.ROOT));
            case "NOT LIKE" -> !lower.contains(wanted.toLowerCase(Locale.ROOT));
            case "STARTSWITH" -> lower.startsWith(wanted.toLowerCase(Locale.ROOT));
            case "ISEMPTY" -> value.isEmpty();
            case "ISNOTEMPTY" -> !value.isEmpty();
            case "IN" -> Arrays.asList(wanted.split(",", -1)).contains(value);
            default -> throw new IllegalStateException(operator);
        };
    }
}
