package org.beistand.integration.directory;

import java.io.IOException;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.beistand.integration.OverOpenLine;
import org.beistand.integration.UnconnectedSockets;

/**
 * Gives JNDI the sockets of the connection that this thread is opening. JNDI can only be told the name of a class, and
 * every company trusts somebody else. Public because JNDI makes it; nobody else should.
 */
public final class LineSockets extends UnconnectedSockets {

    private static final ThreadLocal<LineSockets> OPENING = new ThreadLocal<>();

    private final SSLSocketFactory encrypting;
    private final boolean fromTheStart;
    private Socket plain = new Socket();

    LineSockets(SSLSocketFactory encrypting, boolean fromTheStart) {
        this.encrypting = encrypting;
        this.fromTheStart = fromTheStart;
    }

    /** Called by JNDI, on the thread that opens a connection. */
    public static SocketFactory getDefault() {
        LineSockets known = OPENING.get();
        if (known == null) {
            throw new IllegalStateException("no connection is being opened on this thread");
        }
        return known;
    }

    /** Until {@link #done}, on this thread. */
    void opening() {
        OPENING.set(this);
    }

    static void done() {
        OPENING.remove();
    }

    @Override
    public Socket createSocket() throws IOException {
        if (fromTheStart) {
            return checked(encrypting.createSocket());
        }
        plain = new Socket();
        return plain;
    }

    /** For StartTLS: the same checks on a line that is open already. */
    SSLSocketFactory overOpenLine() {
        return new OverOpenLine(encrypting) {
            @Override
            protected void encrypted(Socket line, Socket encrypted) {
                checked(encrypted);
            }
        };
    }

    /** JNDI bounds every wait but the one for the other side's part in StartTLS. @param milliseconds 0 for no bound */
    void waitAtMost(int milliseconds) throws IOException {
        plain.setSoTimeout(milliseconds);
    }

    private static Socket checked(Socket socket) {
        if (socket instanceof SSLSocket encrypted) {
            SSLParameters parameters = encrypted.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("LDAPS");
            encrypted.setSSLParameters(parameters);
        }
        return socket;
    }
}
