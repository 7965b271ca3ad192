package org.beistand.helpdesk.platform.security;

import java.util.Set;
import java.util.UUID;

/**
 * Who is calling.
 *
 * @param accountId also the technician's id
 * @param companyId the tenant
 * @param name login name or name of the API token, as the audit shows it
 * @param role the account's role
 * @param scopes what this call may do: the role's scopes, or the fewer ones of an API token
 * @param language the account's choice, or empty for the browser's
 * @param way how the caller proved it
 * @param csrfToken what a browser must repeat in {@code X-CSRF-Token}; empty for API tokens
 */
public record Caller(
        UUID accountId,
        UUID companyId,
        String name,
        Role role,
        Set<Scope> scopes,
        String language,
        Way way,
        String csrfToken) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    /** How a caller proved who it is. */
    public enum Way {
        BROWSER_SESSION,
        API_TOKEN
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Caller[" + accountId + " " + role + " " + way + "]";
    }
}
