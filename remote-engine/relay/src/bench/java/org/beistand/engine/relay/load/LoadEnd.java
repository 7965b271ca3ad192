package org.beistand.engine.relay.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.beistand.engine.protocol.Channel;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.wire.control.Hello;

/** One applet or viewer: a WebSocket on a socket that never blocks. Used by the loop's thread only. */
final class LoadEnd implements MessageReader.Listener {

    /** What arrives from the other end. */
    interface Arrivals {
        void frame(LoadEnd at, long stampNanos, long bytes);
    }

    private final SocketChannel socket;
    private final SelectionKey key;
    private final Arrivals arrivals;
    private final MessageReader reader = new MessageReader();
    private final Deque<ByteBuffer> leaving = new ArrayDeque<>();
    private final long[] sequences = new long[Channel.values().length];
    private final String grant;
    private final String source;
    private final StringBuilder handshake = new StringBuilder();
    private boolean upgraded;
    private boolean welcomed;
    private boolean closed;

    /** Connects, from that address as a proxy would say it. */
    LoadEnd(Selector selector, int port, String grant, String source, Arrivals arrivals) throws IOException {
        this.grant = grant;
        this.source = source;
        this.arrivals = arrivals;
        socket = SocketChannel.open();
        socket.configureBlocking(false);
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        key = socket.register(selector, SelectionKey.OP_CONNECT, this);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
    }

    /** Does what the selector says is possible. */
    void ready(ByteBuffer scratch) throws IOException {
        if (key.isConnectable() && socket.finishConnect()) {
            send(ByteBuffer.wrap(("GET /session HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nX-Forwarded-For: " + source + "\r\n\r\n")
                    .getBytes(ISO_8859_1)));
        }
        if (key.isReadable()) {
            scratch.clear();
            if (socket.read(scratch) < 0) {
                close();
                return;
            }
            scratch.flip();
            if (!upgraded) {
                readHandshake(scratch);
            }
            reader.take(scratch, this);
        }
        if (!closed && key.isValid() && key.isWritable()) {
            flush();
        }
    }

    private void readHandshake(ByteBuffer data) {
        while (data.hasRemaining() && handshake.indexOf("\r\n\r\n") < 0) {
            handshake.append((char) data.get());
        }
        if (handshake.indexOf("\r\n\r\n") < 0) {
            return;
        }
        if (!handshake.toString().startsWith("HTTP/1.1 101")) {
            throw new IllegalStateException("no WebSocket: " + handshake);
        }
        upgraded = true;
        Hello hello = Hello.newBuilder()
                .setGrant(grant)
                .setMinVersion(1)
                .setMaxVersion(1)
                .setSoftware("load")
                .build();
        ByteBuffer frame = Frame.of(FrameHeader.of(MessageType.HELLO, nextSequence(Channel.CONTROL), 1), hello)
                .toBytes();
        send(FrameMould.message(2, frame));
    }

    private long nextSequence(Channel channel) {
        return ++sequences[channel.number()];
    }

    /** Sends one copy of this frame. */
    void send(FrameMould mould, MessageType type, long stampNanos) {
        leaving.add(mould.head(nextSequence(type.channel()), stampNanos));
        send(mould.rest());
    }

    private void send(ByteBuffer bytes) {
        leaving.add(bytes);
        try {
            flush();
        } catch (IOException broken) {
            close();
        }
    }

    private void flush() throws IOException {
        while (!leaving.isEmpty()) {
            ByteBuffer[] batch = leaving.stream().limit(8).toArray(ByteBuffer[]::new);
            socket.write(batch);
            while (!leaving.isEmpty() && !leaving.peek().hasRemaining()) {
                leaving.remove();
            }
            if (!leaving.isEmpty() && batch[batch.length - 1].hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                return;
            }
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    /** Whether everything that was sent is in the socket. */
    boolean isIdle() {
        return leaving.isEmpty();
    }

    boolean isWelcome() {
        return welcomed;
    }

    boolean isClosed() {
        return closed;
    }

    /** Reads nothing more from now on. */
    void stopReading() {
        key.interestOps(0);
    }

    void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            closed = true;
        }
    }

    @Override
    public void message(ByteBuffer beginning, long bytes) {
        int channel = beginning.get(1);
        if (channel == Channel.CONTROL.number()) {
            welcomed |= beginning.get(2) == MessageType.WELCOME.number();
        } else {
            arrivals.frame(this, beginning.getLong(FrameHeader.BYTES), bytes);
        }
    }

    @Override
    public void control(int opcode) {
        if (opcode == MessageReader.PING) {
            send(FrameMould.message(10, ByteBuffer.allocate(0)));
        } else if (opcode == MessageReader.CLOSE) {
            close();
        }
    }
}
