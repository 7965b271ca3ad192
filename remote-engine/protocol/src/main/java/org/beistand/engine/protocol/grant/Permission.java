package org.beistand.engine.protocol.grant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a technician may be allowed to do. The helpdesk signs the ceiling into the grant, the relay drops what the grant
 * does not carry, the applet asks the customer and has the last word. Names are part of the wire and never change.
 */
public enum Permission {
    /** See the screen. */
    VIEW,
    /** Move the pointer, press keys, type. */
    CONTROL,
    /** Text from the technician's clipboard to the customer's. */
    CLIPBOARD_IN,
    /** Text from the customer's clipboard to the technician's. */
    CLIPBOARD_OUT,
    FILE_READ,
    FILE_WRITE,
    SYSTEM_INFORMATION,
    RUN_SCRIPT,
    REBOOT,
    /** Go on with the rights of a system administrator. */
    ELEVATE,
    RECORD,
    /** Bring in another technician of the company. */
    INVITE,
    /** Bring in somebody from outside the company. */
    INVITE_EXTERNAL,
    /** Hand the session to another technician. */
    TRANSFER,
    /** Come back later without the customer. */
    UNATTENDED;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name in grants and messages, e.g. {@code clipboard_in}. */
    public String wireName() {
        return wireName;
    }

    /** The permission with this wire name; empty for one of a later release. */
    public static Optional<Permission> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(permission -> permission.wireName.equals(wireName))
                .findFirst();
    }
}
