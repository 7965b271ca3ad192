package org.beistand.helpdesk.identity.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.problem.DomainException;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;

/**
 * Finds out who is calling and for which company, before anything else runs: by bearer token, by browser session, else by
 * the address. Pages behind the login send strangers to the login page.
 */
public class SignInFilter extends HttpFilter {

    private static final String BEARER = "Bearer ";

    /** Whose page it was to be; an error page is reached by a second pass and is that company's as well. */
    private static final String COMPANY = "beistand.companyOfRequest";

    @Inject
    CurrentCaller current;

    @Inject
    SignInData data;

    @Inject
    TokenSignIn tokens;

    @Inject
    BrowserLogin browser;

    @Inject
    CompanyOfAddress addresses;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            within(Optional.ofNullable((UUID) request.getAttribute(COMPANY)), request, response, chain);
            return;
        }
        if (Door.of(request) == Door.RESOURCE) {
            chain.doFilter(request, response);
            return;
        }
        try {
            admit(request, response, chain);
        } catch (DomainException refused) {
            response.sendError(refused.rule().status().http());
        }
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Caller> caller = caller(request);
        caller.ifPresent(current::become);
        Optional<UUID> company = company(request, caller);
        company.ifPresent(id -> request.setAttribute(COMPANY, id));
        switch (entry(Door.of(request), caller)) {
            case WELCOME -> within(company, request, response, chain);
            case LOGIN_FIRST -> LoginFirst.answer(request, response);
            case FORBIDDEN -> response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.startsWith(BEARER)) {
            return tokens.caller(authorization.substring(BEARER.length()).strip());
        }
        return browser.of(request)
                .flatMap(signedIn -> CurrentCompany.call(signedIn.companyId(), () -> data.caller(signedIn)));
    }

    private static Entry entry(Door door, Optional<Caller> caller) {
        boolean browser =
                caller.filter(c -> c.way() == Caller.Way.BROWSER_SESSION).isPresent();
        return switch (door) {
            case DESK -> browser ? Entry.WELCOME : Entry.LOGIN_FIRST;
            case ADMIN ->
                !browser
                        ? Entry.LOGIN_FIRST
                        : caller.filter(c -> c.role().includes(Role.ADMINISTRATOR))
                                        .isPresent()
                                ? Entry.WELCOME
                                : Entry.FORBIDDEN;
            case PUBLIC, RESOURCE -> Entry.WELCOME;
        };
    }

    private Optional<UUID> company(HttpServletRequest request, Optional<Caller> caller) {
        return addresses.inPath(request).or(() -> caller.map(Caller::companyId)).or(() -> addresses.byHost(request));
    }

    private static void within(
            Optional<UUID> company, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (company.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            CurrentCompany.<Boolean, Exception>call(company.get(), () -> {
                chain.doFilter(request, response);
                return Boolean.TRUE;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private enum Entry {
        WELCOME,
        LOGIN_FIRST,
        FORBIDDEN
    }
}
