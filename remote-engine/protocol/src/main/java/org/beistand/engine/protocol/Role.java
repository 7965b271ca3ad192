package org.beistand.engine.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which end of a session a participant is. A session has one applet and any number of technicians. */
public enum Role {
    APPLET,
    TECHNICIAN;

    /** The name in a grant's claim {@code role}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role with this wire name; empty for anything else. */
    public static Optional<Role> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst();
    }
}
