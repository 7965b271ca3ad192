package org.beistand.applet.session;

/**
 * Something of the customer's that technicians get while it is allowed. Told on the session's loop of everything that may
 * begin or end it, save {@link #stop}.
 */
interface Shared {

    /** Questions or permissions are others than before. */
    void consentChanged();

    /** Keys with this technician are agreed on. */
    void agreed(Technician technician);

    /** This participant is told nothing any more. */
    void left(int participant);

    /** Our own connection is lost, and everybody with it. */
    void connectionLost();

    /** For good; from any thread, takes effect before it returns. */
    void stop();
}
