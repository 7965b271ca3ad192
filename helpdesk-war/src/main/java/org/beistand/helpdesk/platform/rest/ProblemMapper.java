package org.beistand.helpdesk.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.helpdesk.platform.logging.LogContext;
import org.beistand.helpdesk.platform.problem.Causes;
import org.beistand.helpdesk.platform.problem.DomainException;
import org.beistand.helpdesk.platform.rest.Problem.FieldProblem;

/** The one place where an exception becomes an answer. What nobody foresaw is logged in full and answered with nothing. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());
    static final String SHARED = "org.beistand.helpdesk.platform.messages";

    @Inject
    Texts texts;

    @Override
    public Response toResponse(Throwable thrown) {
        return switch (Causes.meaningful(thrown)) {
            case DomainException broken -> ofRule(broken);
            case ConstraintViolationException invalid -> ofViolations(invalid);
            case WebApplicationException http -> ofHttp(http.getResponse().getStatus());
            case jakarta.json.bind.JsonbException unreadable -> ofHttp(400);
            case jakarta.json.stream.JsonParsingException unreadable -> ofHttp(400);
            case ProcessingException unreadable -> ofHttp(400);
            case Throwable unknown -> ofUnknown(unknown);
        };
    }

    private Response ofRule(DomainException broken) {
        LOG.log(Level.FINE, broken, broken::getMessage);
        var rule = broken.rule();
        return problem(rule.type(), rule.status().http(), texts.of(rule), List.of());
    }

    private Response ofViolations(ConstraintViolationException invalid) {
        List<FieldProblem> fields = invalid.getConstraintViolations().stream()
                .map(violation -> new FieldProblem(field(violation), violation.getMessage()))
                .sorted(java.util.Comparator.comparing(FieldProblem::field))
                .toList();
        return problem("invalid-input", 422, texts.of(SHARED, "problem.invalid"), fields);
    }

    private Response ofHttp(int status) {
        if (status < 400) {
            return Response.status(status).build();
        }
        String key = switch (status) {
            case 400 -> "problem.unreadable";
            case 401 -> "problem.not_signed_in";
            case 403 -> "problem.forbidden";
            case 404 -> "problem.not_found";
            case 405 -> "problem.method";
            case 413 -> "problem.too_large";
            case 415, 406 -> "problem.media_type";
            default -> "problem.unknown";
        };
        return problem("http-" + status, status, texts.of(SHARED, key), List.of());
    }

    private Response ofUnknown(Throwable unknown) {
        LOG.log(Level.SEVERE, "Unforeseen failure of a REST call", unknown);
        return problem("internal", 500, texts.of(SHARED, "problem.unknown"), List.of());
    }

    private Response problem(String type, int status, String detail, List<FieldProblem> fields) {
        String title = texts.of(SHARED, "problem.title." + (status >= 500 ? "failed" : "refused"));
        return new Problem("urn:beistand:problem:" + type, title, status, detail, LogContext.correlationId(), fields)
                .toResponse();
    }

    private static String field(ConstraintViolation<?> violation) {
        String last = "";
        for (Path.Node node : violation.getPropertyPath()) {
            last = String.valueOf(node.getName());
        }
        return last;
    }
}
