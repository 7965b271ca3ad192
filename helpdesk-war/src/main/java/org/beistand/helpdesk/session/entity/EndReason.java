package org.beistand.helpdesk.session.entity;

/** How a session ended. The first reason stands; later ones change nothing. */
public enum EndReason {
    /** The technician took the invitation back before anybody came. */
    CANCELLED,
    /** Nobody came while the PIN lived. */
    PIN_EXPIRED,
    /** The customer said no to the terms. */
    DECLINED,
    BY_CUSTOMER,
    BY_TECHNICIAN,
    BY_ADMINISTRATOR,
    /** It reached its latest end, or the customer came and never started the support program. */
    EXPIRED,
    /** The customer's support program was gone for too long. */
    APPLET_LOST
}
