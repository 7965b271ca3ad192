package org.beistand.integration.sms;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.smpp.SmppConstants;
import org.apache.camel.component.smpp.SmppEndpoint;
import org.apache.camel.component.smpp.StrictSmppProducer;
import org.beistand.integration.Outcome;
import org.beistand.integration.Outcome.ForeignRecord;
import org.beistand.integration.Reach;
import org.beistand.integration.TlsTrouble;
import org.beistand.integration.sms.SmsGateway.Smpp;

/**
 * Route {@code take-receipt} and the lines to message centres, one for each gateway, kept as long as it is used as it is.
 */
final class SmppSms extends RouteBuilder implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SmppSms.class.getName());

    private static final String RECEIPTS = "take-receipt";
    private static final int MOST_CAUSES = 10;

    private final CamelContext camel;
    private final Reach reach;
    private final Duration patience;
    private final Map<Smpp, SmppLine> lines = new ConcurrentHashMap<>();
    private volatile Receipt.Taker taker = receipt -> {};

    SmppSms(CamelContext camel, Reach reach, Duration patience) {
        this.camel = camel;
        this.reach = reach;
        this.patience = patience;
    }

    void giveReceiptsTo(Receipt.Taker newTaker) {
        taker = newTaker;
    }

    @Override
    public void configure() {
        from("direct:" + RECEIPTS)
                .errorHandler(noErrorHandler())
                .routeId(RECEIPTS)
                .process(exchange -> {
                    Message message = exchange.getMessage();
                    String id = message.getHeader(SmppConstants.ID, "", String.class);
                    String state = message.getHeader(SmppConstants.FINAL_STATUS, "", String.class);
                    if (!id.isEmpty() && isFinal(state)) {
                        String name = lineOf(exchange) + "." + id;
                        taker.take(new Receipt(name, state.equals("DELIVRD"), state));
                    }
                });
    }

    /** The connection that a receipt came over: centres count from one, each for itself, and one may lie about another's. */
    private static String lineOf(Exchange exchange) {
        return exchange.getFromEndpoint() instanceof SmppEndpoint endpoint
                ? SmppLine.name(endpoint.getConfiguration())
                : "nobody";
    }

    /** ENROUTE, ACCEPTD and the like only say that it is still on its way. */
    private static boolean isFinal(String state) {
        return switch (state) {
            case "DELIVRD", "EXPIRED", "DELETED", "UNDELIV", "REJECTD" -> true;
            default -> false;
        };
    }

    Outcome send(Smpp gateway, SmsMessage message) {
        try {
            reach.require(gateway.host(), Reach.Kind.MAIL_OR_SMS_SERVER);
            String id = line(gateway, false).send(message);
            return new Outcome.Delivered(Optional.of(new ForeignRecord(id, "")));
        } catch (Exception failed) {
            return outcome(gateway, failed);
        }
    }

    /** Has the line ready for receipts, without a message; what goes wrong shows when the next one is sent. */
    void listen(Smpp gateway) {
        try {
            reach.require(gateway.host(), Reach.Kind.MAIL_OR_SMS_SERVER);
            line(gateway, true);
        } catch (Exception notNow) {
            LOG.log(System.Logger.Level.DEBUG, "No line for receipts", notNow);
        }
    }

    private SmppLine line(Smpp gateway, boolean atOnce) throws Exception {
        SmppLine known = lines.get(gateway);
        if (known != null && known.isOver()) {
            drop(gateway);
            known = null;
        }
        if (known == null) {
            known = new SmppLine(camel, gateway, RECEIPTS, patience, atOnce);
            SmppLine other = lines.putIfAbsent(gateway, known);
            if (other != null) {
                known.close();
                known = other;
            }
        }
        return known;
    }

    private Outcome outcome(Smpp gateway, Exception failed) {
        if (StrictSmppProducer.isUnanswered(failed)) {
            drop(gateway);
            // It may be on its way: a second one would cost, and annoy.
            return new Outcome.Permanent("unknown-fate: no answer");
        }
        Throwable cause = failed;
        for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
            switch (cause) {
                case Reach.NotPermitted notPermitted -> {
                    return everybody("not-permitted: " + notPermitted.getMessage());
                }
                case UnknownHostException unknown -> {
                    return everybody("unknown-server");
                }
                case javax.net.ssl.SSLException tls -> {
                    drop(gateway);
                    return everybody(TlsTrouble.reason(tls));
                }
                case java.net.ConnectException unreachable -> {
                    drop(gateway);
                    return everybody("unreachable");
                }
                default -> cause = next(cause);
            }
        }
        Optional<Outcome> refused = Refusal.of(failed);
        if (refused.isEmpty()) {
            drop(gateway);
            return everybody("broken: " + failed.getClass().getSimpleName());
        }
        if (refused.get() instanceof Outcome.Temporary) {
            dropOthers(gateway);
        }
        return refused.get();
    }

    /** Some centres let a name in once: the line of settings that were changed since may be what keeps this one out. */
    private void dropOthers(Smpp gateway) {
        lines.keySet().stream()
                .filter(other -> !other.equals(gateway))
                .filter(other -> SmppLine.name(other).equals(SmppLine.name(gateway)))
                .toList()
                .forEach(this::drop);
    }

    private static Throwable next(Throwable cause) {
        return cause.getCause() == null ? new IllegalStateException() : cause.getCause();
    }

    private static Outcome everybody(String reason) {
        return new Outcome.Temporary(reason, Duration.ZERO, true);
    }

    /** A line that broke is made anew for the next message. */
    private void drop(Smpp gateway) {
        SmppLine broken = lines.remove(gateway);
        if (broken != null) {
            closed(broken);
        }
    }

    private static void closed(SmppLine line) {
        try {
            line.close();
        } catch (Exception alreadyBroken) {
            LOG.log(System.Logger.Level.DEBUG, "A broken line could not be closed", alreadyBroken);
        }
    }

    @Override
    public void close() {
        lines.values().forEach(SmppSms::closed);
        lines.clear();
    }
}
