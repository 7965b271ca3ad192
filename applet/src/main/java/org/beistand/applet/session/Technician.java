package org.beistand.applet.session;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.wire.control.Participant;

/**
 * A technician who is in the session now.
 *
 * @param participant number on this connection
 * @param subject the same for every reconnection
 * @param ceiling what the technician's grant carries
 * @param features what the technician's viewer understands
 */
record Technician(int participant, String subject, String name, Set<Permission> ceiling, Set<String> features) {

    Technician {
        ceiling = Set.copyOf(ceiling);
        features = Set.copyOf(features);
    }

    static Technician of(Participant wire) {
        Set<Permission> ceiling = EnumSet.noneOf(Permission.class);
        wire.getPermissionsList().forEach(name -> Permission.ofWireName(name).ifPresent(ceiling::add));
        return new Technician(
                wire.getId(), wire.getSubject(), wire.getDisplayName(), ceiling, new HashSet<>(wire.getFeaturesList()));
    }

    boolean may(Permission permission) {
        return ceiling.contains(permission);
    }
}
