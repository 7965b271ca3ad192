package org.beistand.integration.mail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.beistand.integration.Authorities;
import org.beistand.integration.mail.MailServer.Login;
import org.beistand.integration.web.WebCalls;

/** Tokens for XOAUTH2 from OAuth 2 client credentials; kept while they live, forgotten when a mail server refuses one. */
final class MailTokens {

    /** A token about to run out would run out on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private static final int SHOWN = 200;
    private static final long USUAL_SECONDS = 300;

    private final WebCalls calls;
    private final ProducerTemplate template;
    private final Clock clock;
    private final Map<Login.Token, Kept> living = new ConcurrentHashMap<>();

    private record Kept(String text, Instant until) {}

    MailTokens(WebCalls calls, ProducerTemplate template, Clock clock) {
        this.calls = calls;
        this.template = template;
        this.clock = clock;
    }

    /** @throws TokenRefused with what the provider said */
    String token(Login.Token login, Authorities trusted) {
        Kept known = living.get(login);
        if (known == null || clock.instant().isAfter(known.until())) {
            known = fetch(login, trusted);
            living.put(login, known);
        }
        return known.text();
    }

    void refused(Login.Token login) {
        living.remove(login);
    }

    private Kept fetch(Login.Token login, Authorities trusted) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", login.clientId());
        form.put("client_secret", login.secret());
        if (!login.scope().isEmpty()) {
            form.put("scope", login.scope());
        }
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            var answer = calls.make(
                    template,
                    new WebCalls.Call(
                            "POST",
                            login.tokenAddress(),
                            Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                            body.getBytes(StandardCharsets.UTF_8),
                            trusted));
            return read(answer);
        } catch (WebCalls.NoAnswer none) {
            throw new TokenRefused(String.valueOf(none.getMessage()));
        }
    }

    private Kept read(WebCalls.Answer answer) {
        String said = new String(answer.body(), StandardCharsets.UTF_8);
        JsonObject json = Jsoner.deserialize(said, new JsonObject());
        String token = String.valueOf(json.getOrDefault("access_token", ""));
        if (!answer.isSuccess() || token.isEmpty()) {
            String error = String.valueOf(json.getOrDefault("error", "no reason given"));
            throw new TokenRefused("status " + answer.status() + ", "
                    + Lines.one(error.substring(0, Math.min(error.length(), SHOWN))));
        }
        String lives = String.valueOf(json.getOrDefault("expires_in", "")).replaceAll("\\D.*", "");
        long seconds = lives.matches("\\d{1,6}") ? Long.parseLong(lives) : USUAL_SECONDS;
        return new Kept(token, clock.instant().plusSeconds(seconds).minus(MARGIN));
    }
}
