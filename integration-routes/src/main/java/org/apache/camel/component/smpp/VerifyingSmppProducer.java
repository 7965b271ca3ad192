package org.apache.camel.component.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.DefaultComposer;

/**
 * Camel's producer over TLS that means it. The component of 4.17.0 believes whoever has a certificate of any public
 * authority for any name, and nobody else; there is no option for either. Where its session is made can only be replaced
 * from this package.
 */
public final class VerifyingSmppProducer extends SmppProducer {

    private final SSLSocketFactory sockets;
    private final int millis;

    /** @param millis how long to wait for the connection and for each answer while it is made private */
    public VerifyingSmppProducer(
            SmppEndpoint endpoint, SmppConfiguration settings, SSLSocketFactory sockets, int millis) {
        super(endpoint, settings);
        this.sockets = sockets;
        this.millis = millis;
    }

    @Override
    SMPPSession createSMPPSession() {
        var sender = new SynchronizedPDUSender(new DefaultPDUSender(new DefaultComposer()));
        return new SMPPSession(sender, new DefaultPDUReader(), this::connect);
    }

    private Connection connect(String host, int port) throws IOException {
        var plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host, port), millis);
            plain.setSoTimeout(millis);
            if (!(sockets.createSocket(plain, host, port, true) instanceof SSLSocket line)) {
                throw new IOException("No TLS");
            }
            var parameters = line.getSSLParameters();
            // The check of names that browsers make, and TLS alone does not.
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            line.setSSLParameters(parameters);
            line.startHandshake();
            line.setSoTimeout(0);
            return new SocketConnection(line);
        } catch (IOException failed) {
            plain.close();
            throw failed;
        }
    }
}
