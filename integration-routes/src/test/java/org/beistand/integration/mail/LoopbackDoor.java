package org.beistand.integration.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** A server's socket on this machine; each guest is served on a thread of its own. */
final class LoopbackDoor implements AutoCloseable {

    private final ServerSocket socket;
    private final Consumer<Socket> host;

    /** @param host serves a guest, whom it also sees out */
    LoopbackDoor(Consumer<Socket> host) throws IOException {
        this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.host = host;
        Thread.startVirtualThread(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket guest = socket.accept();
                Thread.startVirtualThread(() -> host.accept(guest));
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
