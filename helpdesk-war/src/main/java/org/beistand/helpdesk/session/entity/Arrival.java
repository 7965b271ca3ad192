package org.beistand.helpdesk.session.entity;

/** How the customer came in. */
public enum Arrival {
    PIN,
    LINK
}
