package org.beistand.engine.relay.session;

import static org.beistand.engine.protocol.grant.Permission.CLIPBOARD_IN;
import static org.beistand.engine.protocol.grant.Permission.CLIPBOARD_OUT;
import static org.beistand.engine.protocol.grant.Permission.CONTROL;
import static org.beistand.engine.protocol.grant.Permission.FILE_READ;
import static org.beistand.engine.protocol.grant.Permission.FILE_WRITE;
import static org.beistand.engine.protocol.grant.Permission.RUN_SCRIPT;
import static org.beistand.engine.protocol.grant.Permission.SYSTEM_INFORMATION;
import static org.beistand.engine.protocol.grant.Permission.VIEW;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.beistand.engine.protocol.Channel;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.grant.Permission;

/** What the relay lets pass, as one table: the channel tables of docs/protocol.md. Starting it with --rules prints it. */
public final class ForwardingRules {

    private ForwardingRules() {}

    /**
     * Permissions of which the technician at one end of the frame needs at least one; empty: none is needed.
     *
     * @param sender who sends the frame: what a clipboard or a file holds has a direction
     */
    static Set<Permission> anyOf(MessageType type, Role sender) {
        return switch (type.channel()) {
            case CONTROL, CHAT, CONSENT, KEYS -> Set.of();
            case SCREEN, CURSOR -> Set.of(VIEW);
            case INPUT -> Set.of(CONTROL);
            case CLIPBOARD ->
                switch (type) {
                    case CLIPBOARD_OFFER, CLIPBOARD_FETCH -> Set.of(CLIPBOARD_OUT);
                    case CLIPBOARD_PROGRESS -> Set.of(CLIPBOARD_IN, CLIPBOARD_OUT);
                    default -> Set.of(sender == Role.TECHNICIAN ? CLIPBOARD_IN : CLIPBOARD_OUT);
                };
            case FILES ->
                switch (type) {
                    case FILE_FETCH -> Set.of(FILE_READ);
                    case FILE_PROGRESS -> Set.of(FILE_READ, FILE_WRITE);
                    default -> Set.of(sender == Role.TECHNICIAN ? FILE_WRITE : FILE_READ);
                };
            case SYSTEM -> Set.of(SYSTEM_INFORMATION);
            case SCRIPT -> Set.of(RUN_SCRIPT);
        };
    }

    /** Whether the grant of this technician carries what is sent, by the technician or to the technician. */
    static boolean carries(Participant technician, MessageType type, Role sender) {
        Set<Permission> needed = anyOf(type, sender);
        return needed.isEmpty() || needed.stream().anyMatch(technician::may);
    }

    /** The whole table as text, one message type a line. */
    public static String print() {
        return Arrays.stream(MessageType.values())
                .map(type -> String.format(
                        "%-9s %-20s from %-10s %s",
                        type.channel(),
                        type,
                        type.sender(),
                        type.channel() == Channel.CONTROL ? "never forwarded" : needs(type)))
                .collect(Collectors.joining("\n"));
    }

    private static String needs(MessageType type) {
        String fromApplet = needs(anyOf(type, Role.APPLET));
        String fromTechnician = needs(anyOf(type, Role.TECHNICIAN));
        return fromApplet.equals(fromTechnician)
                ? fromApplet
                : fromApplet + " from the applet, " + fromTechnician + " from a technician";
    }

    private static String needs(Set<Permission> permissions) {
        return permissions.isEmpty()
                ? "always forwarded"
                : permissions.stream()
                        .sorted()
                        .map(Permission::wireName)
                        .collect(Collectors.joining(" or ", "needs ", ""));
    }
}
