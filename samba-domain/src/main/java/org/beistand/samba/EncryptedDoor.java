package org.beistand.samba;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLSocket;

/** TLS in front of any server of this machine that has none, with a certificate of the company's authority. */
public final class EncryptedDoor implements AutoCloseable {

    private final LoopbackDoor door;
    private final int behind;

    /** @param behind the port of the server that is spoken to */
    public EncryptedDoor(Certificates certificates, int behind) throws IOException, GeneralSecurityException {
        this.behind = behind;
        this.door = new LoopbackDoor(
                certificates
                        .serving()
                        .getServerSocketFactory()
                        .createServerSocket(0, 10, InetAddress.getLoopbackAddress()),
                this::serve);
    }

    public int port() {
        return door.port();
    }

    /** Whoever does not believe us never gets to the server. */
    private void serve(Socket guest) {
        try (guest;
                var server = new Socket()) {
            ((SSLSocket) guest).startHandshake();
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), behind));
            Thread.startVirtualThread(() -> pour(server, guest));
            pour(guest, server);
        } catch (IOException gone) {
            return;
        }
    }

    /** Until one of the two has gone; the other is then sent away, too. */
    private static void pour(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
