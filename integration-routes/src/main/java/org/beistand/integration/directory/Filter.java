package org.beistand.integration.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes search filters (RFC 4515). Every value is escaped: none can become a part of the filter. */
final class Filter {

    static final String PEOPLE = "(objectCategory=person)(objectClass=user)";

    /** Conditions in one filter. */
    private static final int TOGETHER = 50;

    private Filter() {}

    static String equal(String attribute, String value) {
        return "(" + attribute + "=" + escaped(value) + ")";
    }

    /** Direct members only, and never those whose primary group it is. */
    static String directlyIn(String groupDn) {
        return equal("memberOf", groupDn);
    }

    static String anyOf(Collection<String> filters) {
        return filters.stream().collect(Collectors.joining("", "(|", ")"));
    }

    /** Any of these, as many filters as that takes: directories refuse very long ones. */
    static List<String> together(List<String> filters) {
        List<String> together = new ArrayList<>();
        for (int from = 0; from < filters.size(); from += TOGETHER) {
            together.add(anyOf(filters.subList(from, Math.min(filters.size(), from + TOGETHER))));
        }
        return together;
    }

    static String allOf(String... filters) {
        return "(&" + String.join("", filters) + ")";
    }

    static String guid(UUID guid) {
        StringBuilder text = new StringBuilder("(objectGUID=");
        for (byte b : ObjectGuid.bytes(guid)) {
            text.append(String.format("\\%02x", b));
        }
        return text.append(')').toString();
    }

    static String escaped(String value) {
        StringBuilder text = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '*', '(', ')', '\\', '\0' -> text.append(String.format("\\%02x", (int) c));
                default -> text.append(c);
            }
        }
        return text.toString();
    }
}
