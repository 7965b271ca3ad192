package org.beistand.integration.servicenow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.beistand.integration.servicenow.HttpCalls.Answer;
import org.beistand.integration.servicenow.HttpCalls.Call;
import org.beistand.integration.servicenow.ServiceNowAccess.Credentials;

/**
 * Proofs of who we are, fetched when needed and forgotten when refused: a token that was revoked over there costs one
 * answer of 401, not an hour.
 */
final class Tokens {

    /** A token about to run out would run out on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final Clock clock;
    private final Map<ServiceNowAccess, Token> living = new ConcurrentHashMap<>();

    private record Token(String text, Instant until) {}

    /** How a call is made. */
    interface Caller {
        Answer make(Call call);
    }

    Tokens(Clock clock) {
        this.clock = clock;
    }

    /** The value of the header {@code Authorization}. */
    String authorization(ServiceNowAccess access, Caller caller) {
        return switch (access.credentials()) {
            case Credentials.Basic(String user, String password) ->
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
            case Credentials.Client(String id, String secret) ->
                bearer(access, caller, form("client_credentials", id, secret));
            case Credentials.ClientAndUser(String id, String secret, String user, String password) -> {
                Map<String, String> form = form("password", id, secret);
                form.put("username", user);
                form.put("password", password);
                yield bearer(access, caller, form);
            }
        };
    }

    /** That proof was refused. Another thread's newer token stays. */
    void refused(ServiceNowAccess access, String authorization) {
        living.computeIfPresent(access, (key, token) -> authorization.endsWith(token.text()) ? null : token);
    }

    private String bearer(ServiceNowAccess access, Caller caller, Map<String, String> form) {
        Token known = living.get(access);
        if (known == null || clock.instant().isAfter(known.until())) {
            known = fetch(access, caller, form);
            living.put(access, known);
        }
        return "Bearer " + known.text();
    }

    private Token fetch(ServiceNowAccess access, Caller caller, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Answer answer = caller.make(new Call(
                "POST",
                access.at("/oauth_token.do"),
                false,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                body.getBytes(StandardCharsets.UTF_8),
                access.authorities()));
        if (answer.status() == 401 || answer.status() == 400) {
            throw Trouble.forEverybody("client-refused", Duration.ZERO);
        }
        Map<String, Object> token = Reading.object(answer);
        long seconds = Long.parseLong(Reading.text(token, "expires_in", "0"));
        String text = Reading.text(token, "access_token", "");
        if (text.isEmpty()) {
            throw Trouble.forEverybody("no-token: " + answer.status(), Duration.ZERO);
        }
        return new Token(text, clock.instant().plusSeconds(seconds).minus(MARGIN));
    }

    private static Map<String, String> form(String grant, String id, String secret) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", grant);
        form.put("client_id", id);
        form.put("client_secret", secret);
        return form;
    }
}
