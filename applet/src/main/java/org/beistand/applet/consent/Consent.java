package org.beistand.applet.consent;

import org.beistand.engine.protocol.grant.Permission;

/** Asked before every picture and every movement of the pointer. The answer holds for this moment only. */
@FunctionalInterface
public interface Consent {

    /** Whether the customer allows this right now. From any thread, without waiting. */
    boolean allows(Permission permission);
}
