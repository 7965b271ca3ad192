package org.beistand.helpdesk.engine.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.session.control.SessionDoors;
import org.beistand.helpdesk.session.control.SessionMetrics;
import org.beistand.helpdesk.session.entity.SessionDoor;

/** Finds the session of an applet's token, and the company of a session that a relay names. */
@ApplicationScoped
@Transactional
public class AppletDoors {

    @Inject
    SessionDoors doors;

    @Inject
    SessionMetrics metrics;

    /** A session and whose it is. */
    public record Place(UUID company, UUID session) {}

    public Optional<Place> behind(String presented) {
        var place = SecretToken.presented(presented)
                .flatMap(token -> doors.behind(token, SessionDoor.Kind.APPLET))
                .map(door -> new Place(door.ofCompany(), door.sessionId()));
        if (place.isEmpty()) {
            metrics.refused("applet");
        }
        return place;
    }

    public Optional<UUID> companyOf(UUID session) {
        return doors.companyOf(session);
    }
}
