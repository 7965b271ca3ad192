package org.beistand.helpdesk.platform.security;

import java.util.EnumSet;
import java.util.Set;

/** What an account is for. A higher role includes every lower one. */
public enum Role {
    TECHNICIAN(EnumSet.of(Scope.TICKETS_READ, Scope.TICKETS_WRITE, Scope.SESSIONS_WRITE)),
    ADMINISTRATOR(EnumSet.allOf(Scope.class)),
    /** The first account of the installation; may also create companies. */
    MASTER_ADMINISTRATOR(EnumSet.allOf(Scope.class));

    private final Set<Scope> scopes;

    Role(Set<Scope> scopes) {
        this.scopes = scopes;
    }

    /** Everything that a person with this role may do over REST. */
    public Set<Scope> scopes() {
        return EnumSet.copyOf(scopes);
    }

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
