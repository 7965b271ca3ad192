package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.session.control.SessionDoors;
import org.beistand.helpdesk.session.entity.SessionDoor;

/** Whose a link is, before anybody knows the company. */
@ApplicationScoped
@Transactional
public class LinkDoors {

    @Inject
    SessionDoors doors;

    /** Used links count: whoever came by one finds back by it. */
    public Optional<UUID> companyBehind(SecretToken link) {
        return doors.behind(link, SessionDoor.Kind.LINK)
                .or(() -> doors.behind(link, SessionDoor.Kind.USED_LINK))
                .map(SessionDoor::ofCompany);
    }
}
