package org.beistand.integration.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.beistand.integration.OverOpenLine;
import org.beistand.integration.UnconnectedSockets;

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

    /**
     * From now on connections of that session are made here, and encrypted by what the settings name, or else as Java does.
     *
     * @param prefix of its settings, with the dot at its end
     */
    void into(Properties settings, String prefix) {
        var encrypting = settings.get(prefix + "ssl.socketFactory") instanceof SSLSocketFactory named
                ? named
                : (SSLSocketFactory) SSLSocketFactory.getDefault();
        settings.put(prefix + "socketFactory", new Plain());
        settings.put(prefix + "ssl.socketFactory", new Encrypted(encrypting));
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

    private final class Plain extends UnconnectedSockets {

        @Override
        public Socket createSocket() {
            line = new Socket();
            return line;
        }
    }
}
