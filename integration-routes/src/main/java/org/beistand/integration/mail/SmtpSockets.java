package org.beistand.integration.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.beistand.integration.Authorities;
import org.beistand.integration.OverOpenLine;

/**
 * The socket of one connection over SMTP. The mail library waits equally long for every answer; but whoever has been given
 * a whole message may first have it looked through, and a client that does not wait for that sends a second copy.
 */
final class SmtpSockets {

    private final Duration filtering;
    private volatile Socket line = new Socket();

    /** @param filtering how long the answer to a whole message may take */
    SmtpSockets(Duration filtering) {
        this.filtering = filtering;
    }

    /** From now on connections of that session are made here. @param prefix of its settings, with the dot at its end */
    void into(Properties settings, String prefix, Authorities authorities) {
        settings.put(prefix + "socketFactory", new Plain());
        settings.put(
                prefix + "ssl.socketFactory",
                new Encrypted(
                        authorities.isEmpty()
                                ? (SSLSocketFactory) SSLSocketFactory.getDefault()
                                : authorities.sockets()));
        // The library must not try again without us when a connection fails.
        settings.setProperty(prefix + "socketFactory.fallback", "false");
        // Whoever is silent after the answer that counts is not waited for, least of all that long.
        settings.setProperty(prefix + "quitwait", "false");
    }

    /** To be called when all of a message but its end was written. */
    void awaitFilter() {
        try {
            line.setSoTimeout(Math.toIntExact(filtering.toMillis()));
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private final class Encrypted extends OverOpenLine {

        Encrypted(SSLSocketFactory encrypting) {
            super(encrypting);
        }

        @Override
        protected void encrypted(Socket plain, Socket encrypted) {
            line = encrypted;
        }
    }

    private final class Plain extends SocketFactory {

        @Override
        public Socket createSocket() {
            line = new Socket();
            return line;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            throw new IOException("connections are made with a time limit only");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            throw new IOException("connections are made with a time limit only");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            throw new IOException("connections are made with a time limit only");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            throw new IOException("connections are made with a time limit only");
        }
    }
}
