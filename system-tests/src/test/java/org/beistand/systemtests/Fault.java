package org.beistand.systemtests;

/** What can happen to a session that is going on. */
enum Fault {
    /** Every connection breaks without a word. */
    CUT,
    /** Nothing arrives for a while, and then all of it. */
    HOLD,
    /** Everything takes longer from now on, or no longer. */
    DELAY,
    /** Bytes arrive twice. */
    STUTTER,
    /** kill -9 of one relay, which may be the one that carries the session. */
    KILL_A_RELAY,
    /** kill -9 of all relays. */
    KILL_THE_RELAYS,
    /** kill -9 of the helpdesk; the run ends with it, and somebody starts it again. */
    KILL_THE_HELPDESK,
    /** The customer's computer sleeps. */
    SUSPEND,
    /** The technician's page is loaded again, and the connection breaks besides. */
    RELOAD;

    /** Whether what is just being brought from one clipboard to the other ends with it: the page forgets it, or gives up. */
    boolean endsErrands() {
        return this == RELOAD || this == KILL_THE_HELPDESK;
    }
}
