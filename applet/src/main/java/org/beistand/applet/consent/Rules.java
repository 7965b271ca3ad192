package org.beistand.applet.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beistand.engine.protocol.grant.Permission;

/**
 * What can be asked for in a session, and what it presupposes.
 *
 * @param recordable whether a recording could be made at all
 * @param recordsAlways whether nothing is seen without one
 */
record Rules(boolean recordable, boolean recordsAlways) {

    /** What this release can do and therefore asks for. */
    private static final Set<Permission> ASKABLE = Set.of(
            Permission.VIEW,
            Permission.CONTROL,
            Permission.CLIPBOARD_IN,
            Permission.CLIPBOARD_OUT,
            Permission.FILE_WRITE,
            Permission.RECORD);

    boolean isAskable(Permission permission) {
        return ASKABLE.contains(permission) && (recordable || permission != Permission.RECORD);
    }

    /** What must be allowed before this is. */
    Optional<Permission> needs(Permission permission) {
        return switch (permission) {
            case CONTROL -> Optional.of(Permission.VIEW);
            case VIEW -> recordsAlways ? Optional.of(Permission.RECORD) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The permission behind everything that it needs, in the order of asking; the caller's own. */
    List<Permission> inOrder(Permission permission) {
        List<Permission> order = new ArrayList<>();
        for (Optional<Permission> next = Optional.of(permission); next.isPresent(); next = next.flatMap(this::needs)) {
            order.addFirst(next.get());
        }
        return order;
    }
}
