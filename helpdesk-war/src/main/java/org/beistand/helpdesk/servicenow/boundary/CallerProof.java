package org.beistand.helpdesk.servicenow.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.outbox.boundary.Transactions;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.servicenow.control.CallerClients;
import org.beistand.helpdesk.servicenow.entity.CallerClient;

/** Finds out which company's ServiceNow is calling: by bearer token, by client id and secret, or by signature. */
@ApplicationScoped
public class CallerProof {

    @Inject
    CallerClients clients;

    @Inject
    Transactions transactions;

    /** Who calls, and for whom. */
    public record Proven(UUID company, String clientId, String name) {}

    /** @throws UnknownCallerException for any proof that is not one; nobody is told what was wrong with it */
    public Proven of(HttpServletRequest request, byte[] body) {
        return found(() -> client(request, body));
    }

    /** A new token for whoever brings a client's id and secret. */
    public String newToken(String clientId, String secret) {
        return CurrentCompany.forInstallation(() ->
                        transactions.of(() -> clients.bySecret(clientId, secret).map(clients::newToken)))
                .orElseThrow(UnknownCallerException::new);
    }

    private Proven found(java.util.function.Supplier<Optional<CallerClient>> search) {
        return CurrentCompany.forInstallation(() -> transactions.of(() ->
                        search.get().map(client -> new Proven(client.ofCompany(), client.clientId(), client.name()))))
                .orElseThrow(UnknownCallerException::new);
    }

    private Optional<CallerClient> client(HttpServletRequest request, byte[] body) {
        String authorization = header(request, "Authorization");
        if (authorization.startsWith("Bearer ")) {
            return clients.byToken(authorization.substring("Bearer ".length()).strip());
        }
        if (authorization.startsWith("Basic ")) {
            return basic(authorization).flatMap(pair -> clients.bySecret(pair[0], pair[1]));
        }
        return clients.bySignature(
                header(request, "X-Client"), header(request, "X-Timestamp"), header(request, "X-Signature"), body);
    }

    /** Id and secret of a header for basic authentication; empty if it is none. */
    static Optional<String[]> basic(String authorization) {
        try {
            byte[] pair = Base64.getDecoder()
                    .decode(authorization.substring("Basic ".length()).strip());
            String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 ? Optional.of(parts) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static String header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("");
    }
}
