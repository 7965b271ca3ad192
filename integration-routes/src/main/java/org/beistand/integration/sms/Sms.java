package org.beistand.integration.sms;

import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.beistand.integration.Outcome;
import org.beistand.integration.Reach;
import org.beistand.integration.web.WebCalls;

/** Text messages as the rest of Beistand sees them. Safe for many threads. */
public final class Sms implements AutoCloseable {

    private final SmppSms smpp;
    private final WebSms web;

    /** @param patience how long to wait for one answer */
    public Sms(CamelContext camel, ProducerTemplate template, WebCalls calls, Reach reach, Duration patience)
            throws Exception {
        this.smpp = new SmppSms(camel, reach, patience);
        this.web = new WebSms(calls, template);
        camel.addRoutes(smpp);
    }

    /** Whoever wants to know what became of messages; only centres that speak SMPP tell. */
    public void giveReceiptsTo(Receipt.Taker taker) {
        smpp.giveReceiptsTo(taker);
    }

    /**
     * Hands a text over; returns when it is known how that went and never throws for a failed delivery. The record of a
     * delivered one is what the centre calls it in its receipts.
     */
    public Outcome send(SmsGateway gateway, SmsMessage message) {
        return switch (gateway) {
            case SmsGateway.Smpp centre -> smpp.send(centre, message);
            case SmsGateway.Web provider -> web.send(provider, message);
        };
    }

    /** Keeps the way open on which a centre says later what became of messages; providers have their own. */
    public void listen(SmsGateway gateway) {
        if (gateway instanceof SmsGateway.Smpp centre) {
            smpp.listen(centre);
        }
    }

    @Override
    public void close() {
        smpp.close();
    }
}
