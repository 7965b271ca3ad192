package org.beistand.helpdesk.platform.rest;

import jakarta.inject.Inject;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.helpdesk.platform.logging.LogContext;

/**
 * Answers programs with a problem also when a call fails before it reaches JAX-RS, where {@link ProblemMapper} is: while
 * the database is away, say, nobody can tell who is calling.
 */
public class FailuresBeforeRest extends HttpFilter {

    private static final Logger LOG = Logger.getLogger(FailuresBeforeRest.class.getName());

    @Inject
    Texts texts;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException failed) {
            if (response.isCommitted()) {
                throw failed;
            }
            LOG.log(Level.SEVERE, "A call failed before it reached its resource", failed);
            answer(response);
        }
    }

    private void answer(HttpServletResponse response) throws IOException {
        var problem = new Problem(
                "urn:beistand:problem:internal",
                texts.of(ProblemMapper.SHARED, "problem.title.failed"),
                HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                texts.of(ProblemMapper.SHARED, "problem.unknown"),
                LogContext.correlationId(),
                List.of());
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE + ";charset=UTF-8");
        response.getWriter().write(JsonbBuilder.create().toJson(problem));
    }
}
