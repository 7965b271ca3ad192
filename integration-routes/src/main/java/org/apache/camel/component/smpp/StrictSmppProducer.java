package org.apache.camel.component.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.DefaultComposer;

/**
 * Camel's producer with patience of our length, and over TLS that means it. The component of 4.17.0 waits a minute for a
 * centre that says nothing to our login, and believes whoever has a certificate of any public authority for any name, and
 * nobody else; there is no option for any of it. Where its session is made can only be replaced from this package.
 */
public final class StrictSmppProducer extends SmppProducer {

    private final Optional<SSLSocketFactory> sockets;
    private final int millis;

    /**
     * @param sockets that make a connection private; none for one that stays open to all
     * @param millis how long to wait for the connection, for each answer while it is made private, and for the login
     */
    public StrictSmppProducer(
            SmppEndpoint endpoint, SmppConfiguration settings, Optional<SSLSocketFactory> sockets, int millis) {
        super(endpoint, settings);
        this.sockets = sockets;
        this.millis = millis;
    }

    @Override
    SMPPSession createSMPPSession() {
        var sender = new SynchronizedPDUSender(new DefaultPDUSender(new DefaultComposer()));
        return new SMPPSession(sender, new DefaultPDUReader(), this::connect) {
            @Override
            public String connectAndBind(String host, int port, BindParameter who) throws IOException {
                return connectAndBind(host, port, who, millis);
            }
        };
    }

    private Connection connect(String host, int port) throws IOException {
        var plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host, port), millis);
            if (sockets.isEmpty()) {
                return new SocketConnection(plain);
            }
            plain.setSoTimeout(millis);
            if (!(sockets.get().createSocket(plain, host, port, true) instanceof SSLSocket line)) {
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
