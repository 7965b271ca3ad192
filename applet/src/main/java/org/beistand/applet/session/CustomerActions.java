package org.beistand.applet.session;

import org.beistand.engine.protocol.grant.Permission;

/** What the customer can do. Called by the window on its own thread; everything takes effect before it returns. */
public interface CustomerActions {

    /** The answer to the question that is shown. */
    void decide(String requestId, boolean allow);

    void withdraw(Permission permission);

    /** Sends a technician away, for good. Their input stops before this returns. @param subject as in the view */
    void remove(String subject);

    void say(String text);

    /** Input and picture stop before this returns; the network is told afterwards. */
    void end();
}
