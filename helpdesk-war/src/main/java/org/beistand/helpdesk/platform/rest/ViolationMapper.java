package org.beistand.helpdesk.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Hands refused input to {@link ProblemMapper}: the server's own mapper for it would otherwise be the nearer one. */
@Provider
@ApplicationScoped
public class ViolationMapper implements ExceptionMapper<ConstraintViolationException> {

    @Inject
    ProblemMapper problems;

    @Override
    public Response toResponse(ConstraintViolationException invalid) {
        return problems.toResponse(invalid);
    }
}
