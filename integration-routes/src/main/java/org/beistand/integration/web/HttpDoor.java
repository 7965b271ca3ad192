package org.beistand.integration.web;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.beistand.integration.Authorities;

/**
 * Where requests go out: a route for those who believe whom Java believes, and one whose endpoint depends on whom else a
 * company believes. Whoever asks learns what became of it, and decides what is worth a line in the log.
 *
 * @param name of the route
 * @param patience how long to wait for an answer
 */
public record HttpDoor(String name, Duration patience) {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final String TRUSTED = "trusted";

    /** @param reads makes the body of the answer; the connection is given back when it returns */
    public void open(RouteBuilder routes, Processor reads) {
        routes.from(usual())
                .errorHandler(routes.noErrorHandler())
                .routeId(name)
                .to(endpoint())
                .process(reads);
        var trusting =
                routes.from(trusting()).errorHandler(routes.noErrorHandler()).routeId(name + "-trusting");
        // Camel's optimised toD would send the endpoint's options as the query of every request, in place of its own.
        trusting.toD().uri(endpoint() + "${exchangeProperty." + TRUSTED + "}").allowOptimisedComponents(false);
        trusting.process(reads);
    }

    /**
     * Waits for the answer, or for what was thrown instead.
     *
     * @param trusted whom to believe beside those that Java knows
     */
    public Exchange ask(ProducerTemplate template, Authorities trusted, Consumer<Message> writes) {
        return template.request(trusted.isEmpty() ? usual() : trusting(), exchange -> {
            exchange.setProperty(TRUSTED, trusted.option(exchange.getContext()));
            writes.accept(exchange.getMessage());
        });
    }

    /** Headers that steer Camel instead of going out are left out: they would lead past what was looked at. */
    public static void fill(Message message, String method, URI address, Map<String, String> headers, byte[] body) {
        headers.forEach((name, value) -> {
            if (!isCamels(name)) {
                message.setHeader(name, value);
            }
        });
        message.setHeader(Exchange.HTTP_URI, address.toString());
        message.setHeader(Exchange.HTTP_METHOD, method);
        message.setBody(body.length == 0 ? null : body);
    }

    /** Whether a header of this name would be an instruction to Camel, whatever its case. */
    public static boolean isCamels(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith("camel");
    }

    private String usual() {
        return "direct:" + name;
    }

    private String trusting() {
        return usual() + "-trusting";
    }

    private String endpoint() {
        return "https://" + name + "?throwExceptionOnFailure=false&disableStreamCache=true&copyHeaders=false"
                + "&connectTimeout=" + CONNECT.toMillis() + "&connectionRequestTimeout=" + CONNECT.toMillis()
                + "&responseTimeout=" + patience.toMillis() + "&soTimeout=" + patience.toMillis();
    }
}
