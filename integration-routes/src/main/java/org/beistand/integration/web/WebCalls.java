package org.beistand.integration.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.beistand.integration.Authorities;
import org.beistand.integration.Reach;
import org.beistand.integration.TlsTrouble;

/**
 * Route {@code call-web}: one request to an address that an administrator typed in. Redirects, retries and cookies are
 * off (ServiceNow's routes switch them off for the component); where the address leads is looked at before each call.
 */
public final class WebCalls extends RouteBuilder {

    private static final int LARGEST_ANSWER = 256 * 1024;

    private final Reach reach;
    private final HttpDoor door;

    public WebCalls(Reach reach, Duration patience) {
        this.reach = reach;
        this.door = new HttpDoor("call-web", patience);
    }

    /** A request. {@code toString} shows no header and no body: both carry secrets. */
    public record Call(String method, URI address, Map<String, String> headers, byte[] body, Authorities trusted) {
        @Override
        public String toString() {
            return method + " " + address.getHost();
        }
    }

    /** What came back, whatever it was. */
    public record Answer(int status, byte[] body) {
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /** No whole answer came; the message is a code, and after a colon what was said. @param mayHaveArrived whether the request may have had its effect */
    public static final class NoAnswer extends RuntimeException {

        private final boolean mayHaveArrived;

        NoAnswer(String reason, boolean mayHaveArrived) {
            super(reason, null, false, false);
            this.mayHaveArrived = mayHaveArrived;
        }

        public boolean mayHaveArrived() {
            return mayHaveArrived;
        }
    }

    @Override
    public void configure() {
        door.open(this, exchange -> exchange.getMessage().setBody(answer(exchange.getMessage())));
    }

    /** @throws NoAnswer when there is none, or the address is not permitted */
    public Answer make(ProducerTemplate template, Call call) {
        try {
            reach.requireWeb(call.address());
        } catch (Reach.NotPermitted notPermitted) {
            throw new NoAnswer("not-permitted: " + notPermitted.getMessage(), false);
        } catch (java.net.UnknownHostException unknown) {
            throw new NoAnswer("unknown-server", false);
        }
        Exchange done = door.ask(
                template,
                call.trusted(),
                message -> HttpDoor.fill(message, call.method(), call.address(), call.headers(), call.body()));
        return switch (done.getException()) {
            case null -> done.getMessage().getBody(Answer.class);
            case java.net.ConnectException refused -> throw new NoAnswer("unreachable", false);
            case ConnectTimeoutException dropped -> throw new NoAnswer("unreachable", false);
            case java.net.NoRouteToHostException refused -> throw new NoAnswer("unreachable", false);
            case javax.net.ssl.SSLException tls
            when TlsTrouble.isBeforeTheRequest(tls) -> throw new NoAnswer(TlsTrouble.reason(tls), false);
            case java.net.SocketTimeoutException late ->
                throw new NoAnswer("no-answer: " + door.patience().toSeconds() + " s", true);
            case Exception broken ->
                throw new NoAnswer("broken: " + broken.getClass().getSimpleName(), true);
        };
    }

    private static Answer answer(Message message) throws IOException {
        byte[] body = new byte[0];
        InputStream in = message.getBody(InputStream.class);
        if (in != null) {
            try (in) {
                body = in.readNBytes(LARGEST_ANSWER);
            }
        }
        return new Answer(message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class), body);
    }
}
