package org.beistand.servicenow;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who may come in: one user by password, one OAuth client by its secret. Tokens can be made void at any moment. */
final class Entrance {

    static final String USER = "beistand.integration";
    static final String PASSWORD = "instance password";
    static final String CLIENT_ID = "0123456789abcdef0123456789abcdef";
    static final String CLIENT_SECRET = "instanceclientsecret";

    private final Set<String> tokens = ConcurrentHashMap.newKeySet();

    Reply token(Request request) {
        Map<String, String> form = Request.form(request.text());
        boolean client = CLIENT_ID.equals(form.get("client_id")) && CLIENT_SECRET.equals(form.get("client_secret"));
        boolean granted = switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> client;
            case "password" -> client && USER.equals(form.get("username")) && PASSWORD.equals(form.get("password"));
            default -> false;
        };
        if (!granted) {
            return Reply.json(401, "{\"error_description\":\"access_denied\",\"error\":\"server_error\"}");
        }
        String token = UUID.randomUUID().toString();
        tokens.add(token);
        return Reply.json(
                200,
                "{\"access_token\":\"" + token + "\",\"scope\":\"useraccount\",\"token_type\":\"Bearer\","
                        + "\"expires_in\":1799}");
    }

    Optional<String> user(Request request) {
        String authorization = request.header("authorization");
        String basic =
                "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        boolean known = authorization.equals(basic)
                || (authorization.startsWith("Bearer ") && tokens.contains(authorization.substring(7)));
        return known ? Optional.of(USER) : Optional.empty();
    }

    void forgetAllTokens() {
        tokens.clear();
    }
}
