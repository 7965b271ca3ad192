package org.beistand.helpdesk.session.entity;

/** Where a {@link SupportSession} stands in its life. */
public enum SessionState {
    /** PIN and link are out; nobody has come yet. */
    REQUESTED,
    /** The customer is here: deciding, downloading, or waiting for the technician. */
    WAITING,
    /** Applet and technician are or were connected. */
    ACTIVE,
    /** Over, for the reason that {@link EndReason} names. */
    ENDED
}
