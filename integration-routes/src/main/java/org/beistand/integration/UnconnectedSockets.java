package org.beistand.integration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes sockets for whoever connects them with a time limit, and connects none itself: that would wait without one. */
public abstract class UnconnectedSockets extends SocketFactory {

    private static final String REFUSAL = "connections are made with a time limit only";

    @Override
    public abstract Socket createSocket() throws IOException;

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException(REFUSAL);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw new IOException(REFUSAL);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw new IOException(REFUSAL);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw new IOException(REFUSAL);
    }
}
