package org.beistand.helpdesk.invitation.control;

import java.util.Optional;
import org.beistand.helpdesk.ticket.entity.Dispatch;

/** A way by which customers can be invited; each bean of this type is one. Called in a transaction of the caller. */
public interface InvitationWay {

    Dispatch.Way way();

    /** Whether the current company has set it up and switched it on. */
    boolean isOn();

    /** The recipient as it is to be used; empty if nothing can be sent there. */
    Optional<String> readable(String recipient);
}
