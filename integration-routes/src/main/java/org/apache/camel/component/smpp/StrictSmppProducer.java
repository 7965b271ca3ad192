package org.apache.camel.component.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.PDUReader;
import org.jsmpp.PDUSender;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.SessionStateListener;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.DefaultComposer;
import org.jspecify.annotations.Nullable;

/**
 * Camel's producer with patience of our length, and over TLS that means it. The component of 4.17.0 waits a minute for a
 * centre that says nothing to our login, and believes whoever has a certificate of any public authority for any name, and
 * nobody else; there is no option for any of it. Where its session is made can only be replaced from this package.
 */
public final class StrictSmppProducer extends SmppProducer {

    private final Optional<SSLSocketFactory> sockets;
    private final int millis;
    private volatile @Nullable SMPPSession latest;

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
        var session = new LineSession(sender, new DefaultPDUReader(), this::connect);
        latest = session;
        return session;
    }

    /** Whether a connection was tried, and there is none now. */
    public boolean isOver() {
        SMPPSession session = latest;
        return session != null && !session.getSessionState().isBound();
    }

    private final class LineSession extends SMPPSession {

        /** False while the session sets itself up. */
        private boolean made;

        LineSession(PDUSender sender, PDUReader reader, ConnectionFactory connections) {
            super(sender, reader, connections);
            made = true;
        }

        /**
         * Not Camel's: when the centre says goodbye, it connects anew on the thread that says so and with the session locked,
         * and when that fails it waits for ever, and so does everybody who wants to close the session.
         */
        @Override
        public void addSessionStateListener(SessionStateListener listener) {
            if (!made) {
                super.addSessionStateListener(listener);
            }
        }

        @Override
        public String connectAndBind(String host, int port, BindParameter who) throws IOException {
            return connectAndBind(host, port, who, millis);
        }
    }

    /** Whether a message was handed over and nothing came back: only commands put what fails into such an exception, no login does. */
    public static boolean isUnanswered(Exception failed) {
        return failed instanceof SmppException && failed.getCause() instanceof ResponseTimeoutException;
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
