package org.beistand.integration.servicenow;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.beistand.integration.Authorities;
import org.beistand.integration.Reach;
import org.beistand.integration.TlsTrouble;
import org.beistand.integration.web.HttpDoor;

/**
 * Route {@code call-service-now}: one HTTP request, one answer, nothing done twice. Everything an HTTP client does of
 * its own accord (retries, redirects, cookies) is switched off: whether a write may be repeated is not its decision, and
 * a redirect would carry our credentials to an address nobody configured.
 */
final class HttpCalls extends RouteBuilder {

    /** No answer we ask for is larger; a page limit of 200 records with few fields stays far below. */
    static final int LARGEST_ANSWER = 8 * 1024 * 1024;

    private static final String SETTLING = "settling";

    private static final int MOST_CONNECTIONS = 200;
    private static final int CONNECTIONS_PER_INSTANCE = 16;

    private final Reach reach;
    private final HttpDoor door;
    private final Duration settling;

    /**
     * @param reach which addresses an instance may have
     * @param patience how long to wait for an answer
     * @param settling how long a request without an answer may still be at work over there
     */
    HttpCalls(Reach reach, Duration patience, Duration settling) {
        this.reach = reach;
        this.door = new HttpDoor("call-service-now", patience);
        this.settling = settling;
    }

    /** @param writes whether it leaves something behind @param body empty for none @param trusted whom to believe beside those that Java knows */
    record Call(
            String method, URI uri, boolean writes, Map<String, String> headers, byte[] body, Authorities trusted) {}

    /**
     * What came back, whatever it was.
     *
     * @param settling how long the request may still be at work over there, if this answer is not the instance's own
     * @param limit and its two companions as the headers have them, or empty
     */
    record Answer(
            int status,
            String contentType,
            Optional<Duration> retryAfter,
            Duration settling,
            int total,
            String limit,
            String limitReset,
            String limitRule,
            byte[] body) {
        boolean isJson() {
            return contentType.startsWith("application/json");
        }

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    static void prepare(CamelContext camel) {
        for (String scheme : new String[] {"http", "https"}) {
            var http = camel.getComponent(scheme, HttpComponent.class);
            http.setAutomaticRetriesDisabled(true);
            http.setRedirectHandlingDisabled(true);
            http.setCookieManagementDisabled(true);
            http.setAuthCachingDisabled(true);
            http.setConnectionStateDisabled(true);
            http.setMaxTotalConnections(MOST_CONNECTIONS);
            http.setConnectionsPerRoute(CONNECTIONS_PER_INSTANCE);
        }
    }

    @Override
    public void configure() {
        door.open(this, exchange -> exchange.getMessage().setBody(answer(exchange.getMessage())));
    }

    /** @throws Trouble when there is no whole answer */
    Answer make(ProducerTemplate template, Call call) {
        requirePermitted(call.uri());
        Exchange done = door.ask(template, call.trusted(), message -> fill(message, call));
        return switch (done.getException()) {
            case null -> done.getMessage().getBody(Answer.class);
            case Trouble trouble -> throw trouble;
            case Exception broken -> throw noAnswer(broken);
        };
    }

    /** Whoever runs one company must not learn by us what answers inside the house. */
    private void requirePermitted(URI uri) {
        try {
            reach.requireWeb(uri);
        } catch (Reach.NotPermitted notPermitted) {
            throw Trouble.forEverybody("not-permitted: " + notPermitted.getMessage(), Duration.ZERO);
        } catch (UnknownHostException unknown) {
            throw noAnswer(unknown);
        }
    }

    private void fill(Message message, Call call) {
        message.getExchange().setProperty(SETTLING, call.writes() ? settling : Duration.ZERO);
        message.setHeader("Accept", "application/json");
        HttpDoor.fill(message, call.method(), call.uri(), call.headers(), call.body());
    }

    private static Answer answer(Message message) throws IOException {
        byte[] body = new byte[0];
        InputStream in = message.getBody(InputStream.class);
        if (in != null) {
            try (in) {
                body = in.readNBytes(LARGEST_ANSWER + 1);
            }
        }
        if (body.length > LARGEST_ANSWER) {
            throw Trouble.forNow("too-large: " + LARGEST_ANSWER);
        }
        return new Answer(
                message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class),
                message.getHeader(Exchange.CONTENT_TYPE, "", String.class),
                seconds(message.getHeader("Retry-After", "", String.class)),
                message.getExchange().getProperty(SETTLING, Duration.ZERO, Duration.class),
                seconds(message.getHeader("X-Total-Count", "", String.class))
                        .map(total -> (int) total.toSeconds())
                        .orElse(0),
                message.getHeader("X-RateLimit-Limit", "", String.class),
                message.getHeader("X-RateLimit-Reset", "", String.class),
                message.getHeader("X-RateLimit-Rule", "", String.class),
                body);
    }

    /** A number of seconds; a date, which ServiceNow does not send, is read as nothing. */
    private static Optional<Duration> seconds(String text) {
        return text.matches("\\d{1,6}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
    }

    private Trouble noAnswer(Exception broken) {
        String what = broken.getClass().getSimpleName();
        return switch (broken) {
            case UnknownHostException e -> Trouble.forEverybody("unknown-server", Duration.ZERO);
            case ConnectException e -> Trouble.forEverybody("unreachable", Duration.ZERO);
            case ConnectTimeoutException e -> Trouble.forEverybody("unreachable", Duration.ZERO);
            case NoRouteToHostException e -> Trouble.forEverybody("unreachable", Duration.ZERO);
            case SocketTimeoutException e ->
                Trouble.noAnswer("no-answer: " + door.patience().toSeconds() + " s", settling);
            case SSLException e
            when TlsTrouble.isBeforeTheRequest(e) -> Trouble.forEverybody(TlsTrouble.reason(e), Duration.ZERO);
            default -> Trouble.noAnswer("broken: " + what, settling);
        };
    }
}
