package org.beistand.applet.session;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.logging.Logger;

/**
 * The other end of the rehearsal: a WebSocket (RFC 6455) on the loopback interface that takes one connection and gives
 * every small binary message back. It understands no more than what Java's own client sends.
 */
final class EchoRelay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EchoRelay.class.getName());
    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int FINAL_BINARY = 0x82;
    private static final int MASKED = 0x80;
    private static final int SHORT = 125;
    private static final int MASK_BYTES = 4;

    private final ServerSocket door;

    EchoRelay() throws IOException {
        door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("echo").start(this::serve);
    }

    URI uri() {
        return URI.create("ws://" + door.getInetAddress().getHostAddress() + ":" + door.getLocalPort());
    }

    private void serve() {
        try (Socket socket = door.accept();
                DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()))) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            out.write(greeting(in));
            while (in.readUnsignedByte() == FINAL_BINARY) {
                int length = in.readUnsignedByte() - MASKED;
                if (length < 0 || length > SHORT) {
                    return;
                }
                out.write(answer(in.readNBytes(MASK_BYTES), in.readNBytes(length)));
            }
        } catch (IOException | NoSuchAlgorithmException over) {
            LOG.fine(() -> "the echo has ended: " + over);
        }
    }

    private static byte[] greeting(DataInputStream in) throws IOException, NoSuchAlgorithmException {
        String key = "";
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] header = line.split(": *", 2);
            key = header[0].equalsIgnoreCase("Sec-WebSocket-Key") ? header[1] : key;
        }
        byte[] digest =
                MessageDigest.getInstance("SHA-1").digest((key + ACCEPT_SUFFIX).getBytes(StandardCharsets.US_ASCII));
        return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                        + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static byte[] answer(byte[] mask, byte[] content) {
        ByteBuffer answer = ByteBuffer.allocate(2 + content.length);
        answer.put((byte) FINAL_BINARY).put((byte) content.length);
        for (int index = 0; index < content.length; index++) {
            answer.put((byte) (content[index] ^ mask[index % MASK_BYTES]));
        }
        return answer.array();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
