package org.beistand.integration.sms;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.beistand.integration.Outcome;
import org.beistand.integration.sms.SmsGateway.Web;
import org.beistand.integration.web.WebCalls;

/** Sends over a provider's HTTP interface. A message that may have gone out is not sent again: it costs, and annoys. */
final class WebSms {

    private final WebCalls calls;
    private final ProducerTemplate template;

    WebSms(WebCalls calls, ProducerTemplate template) {
        this.calls = calls;
        this.template = template;
    }

    Outcome send(Web gateway, SmsMessage message) {
        Map<String, String> values = Map.of(
                "to", message.to().value(),
                "digits", message.to().digits(),
                "text", message.text(),
                "from", gateway.source(),
                "id", message.id().toString(),
                "secret", gateway.secret(),
                "report", message.report());
        String type = gateway.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("application/x-www-form-urlencoded");
        Map<String, String> headers = gateway.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> Filled.header(header.getValue(), values)));
        try {
            var answer = calls.make(
                    template,
                    new WebCalls.Call(
                            gateway.method(),
                            URI.create(Filled.address(gateway.address(), values)),
                            headers,
                            gateway.method().equals("GET")
                                    ? new byte[0]
                                    : Filled.body(gateway.body(), type, values).getBytes(StandardCharsets.UTF_8),
                            gateway.authorities()));
            return outcome(gateway, answer);
        } catch (WebCalls.NoAnswer none) {
            return none.mayHaveArrived()
                    ? new Outcome.Permanent("unknown-fate: " + none.getMessage())
                    : new Outcome.Temporary(String.valueOf(none.getMessage()), Duration.ZERO, true);
        }
    }

    private static Outcome outcome(Web gateway, WebCalls.Answer answer) {
        if (answer.isSuccess()) {
            String said = new String(answer.body(), StandardCharsets.UTF_8);
            return gateway.accepted().isEmpty() || said.contains(gateway.accepted())
                    ? new Outcome.Delivered()
                    : new Outcome.Permanent("refused: the answer does not contain what success looks like");
        }
        String reason = "status " + answer.status();
        return switch (answer.status()) {
            case 401, 403 -> new Outcome.Temporary("login-refused: " + reason, Duration.ZERO, true);
            // Something between us and the provider gave up waiting: the provider may have sent it.
            case 502, 504 -> new Outcome.Permanent("unknown-fate: " + reason);
            case 429, 503 -> new Outcome.Temporary("refused: " + reason, Duration.ZERO, true);
            default ->
                answer.status() >= 500
                        ? new Outcome.Temporary("refused: " + reason)
                        : new Outcome.Permanent("refused: " + reason);
        };
    }
}
