package org.beistand.applet.consent;

import java.util.Set;
import org.beistand.engine.protocol.grant.Permission;

/**
 * A technician's wish for a permission.
 *
 * @param requestId made by the technician's end; the answer carries it
 * @param technician display name
 * @param ceiling what the technician's grant carries: beyond it nobody is asked
 */
public record Ask(String requestId, Permission permission, String technician, Set<Permission> ceiling) {

    public Ask {
        ceiling = Set.copyOf(ceiling);
    }
}
