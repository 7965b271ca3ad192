package org.beistand.helpdesk.platform.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.beistand.helpdesk.platform.problem.ForbiddenException;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;

/** Lets a call through only with the scope its resource asks for, and from a browser only with the CSRF header. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION)
public class SecuredFilter implements ContainerRequestFilter {

    /** Pages find the value in {@code <meta name="csrf-token">}. */
    public static final String CSRF_HEADER = "X-CSRF-Token";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Context
    @SuppressWarnings("NullAway.Init") // set by the container
    ResourceInfo resource;

    @Inject
    CurrentCaller current;

    @Override
    public void filter(ContainerRequestContext request) {
        if (annotation(Open.class).isPresent()) {
            return;
        }
        Caller caller = current.require();
        Secured secured = annotation(Secured.class)
                .orElseThrow(() -> new ForbiddenException("resource without @Secured or @Open: " + resource));
        if (!caller.may(secured.value())) {
            throw new ForbiddenException(caller + " lacks " + secured.value().text());
        }
        if (caller.way() == Caller.Way.BROWSER_SESSION && !SAFE.contains(request.getMethod())) {
            requireCsrf(caller, request.getHeaderString(CSRF_HEADER));
        }
    }

    private static void requireCsrf(Caller caller, @org.jspecify.annotations.Nullable String header) {
        byte[] expected = caller.csrfToken().getBytes(StandardCharsets.UTF_8);
        byte[] given = Optional.ofNullable(header).orElse("").getBytes(StandardCharsets.UTF_8);
        if (expected.length == 0 || !MessageDigest.isEqual(expected, given)) {
            throw new ForbiddenException("missing or wrong " + CSRF_HEADER);
        }
    }

    private <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return Optional.ofNullable(resource.getResourceMethod().getAnnotation(type))
                .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(type)))
                .or(() -> Optional.ofNullable(
                        resource.getResourceMethod().getDeclaringClass().getAnnotation(type)));
    }
}
