package org.beistand.samba;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** A server's socket on this machine; each guest is served on a thread of its own. */
public final class LoopbackDoor implements AutoCloseable {

    private final ServerSocket socket;
    private final Consumer<Socket> host;

    /** @param host serves a guest, whom it also sees out */
    public LoopbackDoor(Consumer<Socket> host) throws IOException {
        this(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), host);
    }

    LoopbackDoor(ServerSocket socket, Consumer<Socket> host) {
        this.socket = socket;
        this.host = host;
        Thread.startVirtualThread(this::listen);
    }

    public int port() {
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
