package org.beistand.helpdesk.survey.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.rest.Secured;
import org.beistand.helpdesk.platform.security.Scope;
import org.beistand.helpdesk.survey.control.Surveys;

/** What the customer said about a session, beside the session's own record. */
@Path("sessions/{id}/survey")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Secured(Scope.SESSIONS_WRITE)
public class SessionSurveyResource {

    @Inject
    Surveys surveys;

    /** @param comment may be empty */
    public record Answer(UUID sessionId, int stars, String comment, Instant answeredAt) {}

    /** Not found while nobody has answered, and for a session of another company. */
    @GET
    @Transactional
    public Answer answer(@PathParam("id") UUID id) {
        return surveys.answer(id)
                .map(answer -> new Answer(
                        answer.said().sessionId(),
                        answer.said().stars(),
                        answer.said().comment(),
                        answer.at()))
                .orElseThrow(() -> new NotFoundException("answer about session " + id));
    }
}
