package org.beistand.helpdesk.engine.control;

import org.beistand.engine.protocol.Status;
import org.beistand.helpdesk.session.entity.EndReason;

/** How a session's end is called on the wire, and the other way round. */
public final class Endings {

    private Endings() {}

    public static Status status(EndReason reason) {
        return switch (reason) {
            case BY_CUSTOMER, DECLINED -> Status.ENDED_BY_CUSTOMER;
            case BY_TECHNICIAN, CANCELLED -> Status.ENDED_BY_TECHNICIAN;
            case BY_ADMINISTRATOR -> Status.ENDED_BY_ADMINISTRATOR;
            case EXPIRED, PIN_EXPIRED, APPLET_LOST -> Status.SESSION_EXPIRED;
        };
    }

    /** @param reported a row that ends a session; any other means that an end broke down */
    public static EndReason reason(Status reported) {
        return switch (reported) {
            case OK, ENDED_BY_CUSTOMER -> EndReason.BY_CUSTOMER;
            case ENDED_BY_TECHNICIAN -> EndReason.BY_TECHNICIAN;
            case ENDED_BY_ADMINISTRATOR -> EndReason.BY_ADMINISTRATOR;
            case SESSION_EXPIRED -> EndReason.EXPIRED;
            case GRANT_REFUSED,
                    GRANT_EXPIRED,
                    NOT_PERMITTED,
                    PROTOCOL_ERROR,
                    TOO_LARGE,
                    TOO_SLOW,
                    REPLACED,
                    RELAY_DRAINING,
                    RELAY_FULL,
                    THROTTLED,
                    INTERNAL,
                    VERSION_UNSUPPORTED,
                    REMOVED_BY_CUSTOMER,
                    LEFT -> EndReason.APPLET_LOST;
        };
    }
}
