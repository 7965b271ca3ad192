package org.beistand.applet.session;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.beistand.engine.protocol.grant.Permission;

/** What the customer can do. Called by the window on its own thread; everything takes effect before it returns. */
public interface CustomerActions {

    /** The answer to the question that is shown. */
    void decide(String requestId, boolean allow);

    void withdraw(Permission permission);

    /** Sends a technician away, for good. Their input stops before this returns. @param subject as in the view */
    void remove(String subject);

    void say(String text);

    /** Offers these files to the technicians. */
    void give(List<Path> files);

    /** A file, as in the view, is neither to come nor to go (any more). */
    void stopFile(UUID id);

    /** Input and picture stop before this returns; the network is told afterwards. */
    void end();
}
