package org.beistand.helpdesk.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.beistand.helpdesk.platform.logging.LogContext;

/**
 * Gives every request a correlation id, or keeps the caller's if it is harmless, and answers with it; and notes where the
 * request comes from.
 */
public class CorrelationFilter extends HttpFilter {

    static final String HEADER = "X-Correlation-Id";

    /** Goes into logs and response headers, so nothing that could break a line or a header. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    @Inject
    transient ClientAddress addresses;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = Optional.ofNullable((String) request.getAttribute(HEADER))
                .or(() -> Optional.ofNullable(request.getHeader(HEADER)).filter(HARMLESS.asMatchPredicate()))
                .orElseGet(() -> UUID.randomUUID().toString());
        // The error page of a request is reached by a second pass and must show the same id.
        request.setAttribute(HEADER, id);
        response.setHeader(HEADER, id);
        try {
            LogContext.note(LogContext.Key.CORRELATION, id);
            RequestOrigin.is(addresses.of(request));
            chain.doFilter(request, response);
        } finally {
            RequestOrigin.forget();
            LogContext.clear();
        }
    }
}
