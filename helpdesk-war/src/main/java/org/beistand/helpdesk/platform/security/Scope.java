package org.beistand.helpdesk.platform.security;

import java.util.Arrays;
import java.util.Optional;

/** What a caller of the REST interface may do; API tokens carry a set of these. */
public enum Scope {
    TICKETS_READ("tickets:read"),
    TICKETS_WRITE("tickets:write"),
    SESSIONS_WRITE("sessions:write"),
    ADMIN("admin");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** As written in tokens and documentation, e.g. {@code tickets:read}. */
    public String text() {
        return text;
    }

    public static Optional<Scope> parse(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }
}
