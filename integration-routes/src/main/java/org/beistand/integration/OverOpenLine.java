package org.beistand.integration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** Encrypts lines that are open already, and opens none itself. Libraries want a factory that could. */
public abstract class OverOpenLine extends SSLSocketFactory {

    private final SSLSocketFactory encrypting;

    protected OverOpenLine(SSLSocketFactory encrypting) {
        this.encrypting = encrypting;
    }

    /** Called with the line and with what it became, before a word was said over it. */
    protected abstract void encrypted(Socket line, Socket encrypted) throws IOException;

    @Override
    public Socket createSocket(Socket line, String host, int port, boolean autoClose) throws IOException {
        Socket socket = encrypting.createSocket(line, host, port, autoClose);
        encrypted(line, socket);
        return socket;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return encrypting.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return encrypting.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("only over an open line");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw new IOException("only over an open line");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw new IOException("only over an open line");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw new IOException("only over an open line");
    }
}
