package org.beistand.engine.relay.rehearsal;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.beistand.engine.protocol.Channel;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.wire.control.Hello;
import org.jspecify.annotations.Nullable;

/** One end of the rehearsed session. Sends and waits on one thread. */
final class Player implements WebSocket.Listener {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WebSocket socket;
    private final Semaphore arrived = new Semaphore(0);
    private final long[] sequences = new long[Channel.values().length];

    /** Connects and says Hello. */
    Player(HttpClient http, URI relay, String grant) throws ExecutionException, InterruptedException, TimeoutException {
        socket = http.newWebSocketBuilder().buildAsync(relay, this).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        Hello hello = Hello.newBuilder()
                .setGrant(grant)
                .setMinVersion(Limits.VERSION)
                .setMaxVersion(Limits.VERSION)
                .setSoftware("rehearsal")
                .build();
        send(MessageType.HELLO, ByteBuffer.wrap(hello.toByteArray()));
    }

    /** As each end would: sealed, unless it is for the relay. */
    void send(MessageType type, ByteBuffer content) throws ExecutionException, InterruptedException, TimeoutException {
        boolean isSealed = type.channel() != Channel.CONTROL;
        FrameHeader header = new FrameHeader(
                type,
                isSealed ? FrameHeader.SEALED : 0,
                FrameHeader.EVERYBODY,
                isSealed ? 1 : 0,
                ++sequences[type.channel().number()],
                1);
        socket.sendBinary(new Frame(header, content).toBytes(), true).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for the next frame, or for one that has come already. */
    void await() throws InterruptedException, TimeoutException {
        if (!arrived.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException("a frame did not arrive");
        }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        if (last) {
            arrived.release();
        }
        from.request(1);
        return null;
    }

    void leave() {
        socket.abort();
    }
}
