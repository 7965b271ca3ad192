package org.beistand.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.MessageLite;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.beistand.engine.protocol.Channel;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.wire.control.Hello;
import org.beistand.engine.wire.control.Welcome;

/** An applet or a viewer as far as the relay can tell: speaks frames over the JDK's WebSocket client. */
final class TestEnd implements WebSocket.Listener {

    private static final long PATIENCE_SECONDS = 10;

    private final BlockingQueue<Frame> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final Map<Channel, Long> sequences = new EnumMap<>(Channel.class);
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private final boolean reads;
    private final WebSocket socket;

    private TestEnd(HttpClient client, int port, Map<String, String> headers, boolean reads) {
        this.reads = reads;
        WebSocket.Builder builder = client.newWebSocketBuilder();
        headers.forEach(builder::header);
        socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/session"), this)
                .join();
    }

    static TestEnd connect(HttpClient client, int port) {
        return new TestEnd(client, port, Map.of(), true);
    }

    static TestEnd connectFrom(HttpClient client, int port, String origin) {
        return new TestEnd(client, port, Map.of("Origin", origin), true);
    }

    /** As a proxy on this machine connects for somebody. */
    static TestEnd connectFor(HttpClient client, int port, String forwarded) {
        return new TestEnd(client, port, Map.of("X-Forwarded-For", forwarded), true);
    }

    /** Says Hello and then never reads again, nor the answer. */
    static TestEnd connectAndNeverRead(HttpClient client, int port) {
        return new TestEnd(client, port, Map.of(), false);
    }

    TestEnd hello(String grant) {
        return send(
                MessageType.HELLO,
                Hello.newBuilder()
                        .setGrant(grant)
                        .setMinVersion(1)
                        .setMaxVersion(1)
                        .setSoftware("test")
                        .build());
    }

    /** Says Hello and waits for Welcome. */
    TestEnd enter(String grant) {
        hello(grant);
        return this;
    }

    Welcome welcome() throws Exception {
        return Welcome.parseFrom(await(MessageType.WELCOME).payload());
    }

    TestEnd send(MessageType type, MessageLite message) {
        return send(type, 0, message.toByteArray());
    }

    TestEnd send(MessageType type, int participant, byte[] payload) {
        long sequence = sequences.merge(type.channel(), 1L, Long::sum);
        FrameHeader header = FrameHeader.of(type, sequence, 5).withParticipant(participant);
        return sendRaw(new Frame(header, ByteBuffer.wrap(payload)).toBytes());
    }

    TestEnd sendRaw(ByteBuffer bytes) {
        socket.sendBinary(bytes, true).join();
        return this;
    }

    CompletableFuture<WebSocket> sendWithoutWaiting(ByteBuffer bytes) {
        return socket.sendBinary(bytes, true);
    }

    void sendText() {
        socket.sendText("hello", true).join();
    }

    /** The next frame of this type; others before it are passed over. */
    Frame await(MessageType type) throws InterruptedException {
        while (true) {
            Frame frame = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(frame)
                    .as("a frame %s in time (closed: %s)", type, closed.getNow(0))
                    .isNotNull();
            if (frame != null && frame.header().type() == type) {
                return frame;
            }
        }
    }

    /** The very next frame. */
    Frame next() throws InterruptedException {
        Frame frame = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(frame).as("a frame in time (closed: %s)", closed.getNow(0)).isNotNull();
        return java.util.Objects.requireNonNull(frame);
    }

    void assertNothingWaits() {
        assertThat(received).isEmpty();
    }

    void assertClosedWith(Status status) throws Exception {
        assertThat(closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(status.webSocket());
    }

    int closeCode() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    void leave() {
        socket.sendClose(Status.LEFT.webSocket(), "");
    }

    void vanish() {
        socket.abort();
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        if (reads) {
            webSocket.request(1);
        }
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        partial.writeBytes(bytes);
        if (last) {
            received.add(Frame.parse(ByteBuffer.wrap(partial.toByteArray()), Limits.FRAME_BYTES));
            partial.reset();
        }
        webSocket.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(1006);
    }
}
