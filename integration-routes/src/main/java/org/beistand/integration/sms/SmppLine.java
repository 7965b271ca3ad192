package org.beistand.integration.sms;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.smpp.SmppComponent;
import org.apache.camel.component.smpp.SmppConfiguration;
import org.apache.camel.component.smpp.SmppConstants;
import org.apache.camel.component.smpp.SmppEndpoint;
import org.apache.camel.component.smpp.StrictSmppProducer;
import org.beistand.integration.Sha256;
import org.beistand.integration.sms.SmsGateway.Smpp;

/**
 * One bound connection to a message centre, over Camel's smpp component: a transceiver, so that what is sent and what is
 * said about it later share it. The endpoint is made by hand and not by an address, which would carry the password.
 */
final class SmppLine implements AutoCloseable {

    private static final byte INTERNATIONAL = 1;
    private static final byte ALPHANUMERIC = 5;
    private static final byte ISDN = 1;
    private static final byte RECEIPT_WANTED = 1;
    private static final byte GSM = 0;
    private static final byte UCS2 = 8;
    private static final int NAME_DIGITS = 16;

    private final SmppEndpoint endpoint;
    private final StrictSmppProducer producer;
    /** Held while a message is on its way. */
    private final ReentrantLock sending = new ReentrantLock();

    /**
     * @param receiptRoute id of the route that takes receipts
     * @param atOnce whether to log in now, and not with the first message
     */
    SmppLine(CamelContext camel, Smpp gateway, String receiptRoute, Duration patience, boolean atOnce)
            throws Exception {
        var settings = new SmppConfiguration();
        settings.setHost(gateway.host());
        settings.setPort(gateway.port());
        settings.setSystemId(gateway.systemId());
        settings.setPassword(gateway.password());
        settings.setUsingSSL(gateway.tls());
        settings.setTransactionTimer((int) patience.toMillis());
        settings.setEnquireLinkTimer((int) patience.toMillis());
        settings.setMessageReceiverRouteId(receiptRoute);
        settings.setLazySessionCreation(!atOnce);
        settings.setSplittingPolicy(org.apache.camel.component.smpp.SmppSplittingPolicy.ALLOW);
        settings.setSourceAddr(gateway.source());
        boolean number = gateway.source().matches("\\+?\\d*");
        settings.setSourceAddrTon(number ? INTERNATIONAL : ALPHANUMERIC);
        settings.setSourceAddrNpi(number ? ISDN : 0);
        settings.setDestAddrTon(INTERNATIONAL);
        settings.setDestAddrNpi(ISDN);
        settings.setRegisteredDelivery(RECEIPT_WANTED);
        endpoint = new SmppEndpoint("smpp:one-line", camel.getComponent("smpp", SmppComponent.class), settings);
        endpoint.setCamelContext(camel);
        producer = new StrictSmppProducer(
                endpoint,
                settings,
                gateway.tls() ? Optional.of(gateway.authorities().sockets()) : Optional.empty(),
                (int) patience.toMillis());
        try {
            producer.start();
        } catch (Exception refused) {
            close(); // it has threads already
            throw refused;
        }
    }

    /**
     * Stands for who is logged in where. A receipt is believed about messages of the same line only: what another centre
     * calls by the same number, or claims about it, is not meant.
     */
    static String name(SmppConfiguration settings) {
        return name(settings.getSystemId(), settings.getHost(), settings.getPort());
    }

    static String name(Smpp gateway) {
        return name(gateway.systemId(), gateway.host(), gateway.port());
    }

    private static String name(String systemId, String host, int port) {
        String line = systemId + "@" + host + ":" + port;
        return Sha256.hex(line.getBytes(StandardCharsets.UTF_8)).substring(0, NAME_DIGITS);
    }

    /** @return what the centre calls the message's first part, behind the line's name */
    String send(SmsMessage message) throws Exception {
        SmsText text = SmsText.of(message.text());
        Exchange exchange = endpoint.createExchange();
        var out = exchange.getMessage();
        // Camel writes one octet for each character below 128; so each is given the code that GSM has for it.
        out.setBody(text.isGsm() ? text.septets() : text.value());
        out.setHeader(SmppConstants.ALPHABET, text.isGsm() ? GSM : UCS2);
        out.setHeader(SmppConstants.DEST_ADDR, message.to().digits());
        sending.lock();
        try {
            producer.process(exchange);
        } finally {
            sending.unlock();
        }
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        Object ids = exchange.getMessage().getHeader(SmppConstants.ID);
        Object first = ids instanceof Iterable<?> all && all.iterator().hasNext()
                ? all.iterator().next()
                : ids;
        return name(endpoint.getConfiguration()) + "." + first;
    }

    /** Whether the connection has broken, or was refused, and nobody is making it anew just now. */
    boolean isOver() {
        return producer.isOver() && !sending.isLocked();
    }

    @Override
    public void close() throws Exception {
        producer.close();
        endpoint.close();
    }
}
