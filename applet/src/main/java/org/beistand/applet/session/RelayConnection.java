package org.beistand.applet.session;

import com.google.protobuf.MessageLite;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.engine.protocol.Channel;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.seal.FrameOpener;
import org.beistand.engine.protocol.seal.FrameSealer;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket to the relay. Sends frames in the order of the calls, from any thread and without making it wait; gives
 * arriving frames one after the other, without waiting for what comes of them. What waits has a limit.
 */
final class RelayConnection implements WebSocket.Listener {

    private static final Logger LOG = Logger.getLogger(RelayConnection.class.getName());
    private static final Duration CONNECT_TIME = Duration.ofSeconds(10);

    /** What arrives. Called by one thread at a time, never after {@link #closed}, which comes exactly once. */
    interface Events {
        /** @param done to be run when this frame is dealt with and no more waits */
        void frame(Frame frame, Runnable done);

        /** @param code WebSocket close code; 1006 when the connection broke */
        void closed(int code);
    }

    private static final int BROKEN = 1006;

    /** Arrived and not dealt with yet: far more than technicians may have under way, bytes. */
    private static final long MOST_WAITING = 16L << 20;

    private final Events events;
    private final Clock clock;
    private final Map<Channel, Long> sequences = new EnumMap<>(Channel.class);
    private final Map<Integer, FrameSealer> sealers = new LinkedHashMap<>();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong unsent = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
    private CompletableFuture<?> lastSend = socket;
    private volatile long lastHeard = System.nanoTime();

    private RelayConnection(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /**
     * What connects. Its listeners are called at once, on the thread that reads, and ask for more before they return:
     * java.net.http (JDK 25) tells nobody of a connection whose end it reads while nothing is requested, so a relay that
     * died right behind its last frame was not missed before some later ping failed. The first frames may still come on
     * the thread that opened; a relay that dies with them is left to the pings.
     */
    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIME)
                .executor(Runnable::run)
                .build();
    }

    /** Connects in the background; a failure shows as {@link Events#closed}. */
    static RelayConnection open(HttpClient http, URI relay, Clock clock, Events events) {
        RelayConnection connection = new RelayConnection(events, clock);
        String base = relay.toString();
        URI target = URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/session");
        http.newWebSocketBuilder()
                .connectTimeout(CONNECT_TIME)
                .buildAsync(target, connection)
                .whenComplete((opened, failed) -> {
                    if (failed != null) {
                        LOG.log(Level.INFO, "no connection to the relay: {0}", failed.toString());
                        connection.finish(BROKEN);
                    }
                });
        return connection;
    }

    void send(MessageType type, MessageLite content) {
        send(type, 0, FrameHeader.EVERYBODY, ByteBuffer.wrap(content.toByteArray()));
    }

    void sendTo(int participant, MessageType type, MessageLite content) {
        send(type, 0, participant, ByteBuffer.wrap(content.toByteArray()));
    }

    /** From now on this participant can be told something. */
    synchronized void seal(int participant, FrameSealer sealer) {
        sealers.put(participant, sealer);
    }

    /** From now on this participant is told nothing. */
    synchronized void unseal(int participant) {
        sealers.remove(participant);
    }

    /** Whether there are keys with this participant. */
    synchronized boolean reaches(int participant) {
        return sealers.containsKey(participant);
    }

    /**
     * Sends, sealed unless on CONTROL or KEYS. To everybody is to each participant with keys; who has none is told nothing.
     *
     * @param payload valid until the call returns
     */
    synchronized void send(MessageType type, int flags, int participant, ByteBuffer payload) {
        if (over.get()) {
            return;
        }
        if (!FrameOpener.isSealed(type.channel())) {
            pass(new Frame(header(type, flags, participant), payload).toBytes());
        } else if (participant == FrameHeader.EVERYBODY) {
            sealers.forEach((each, sealer) -> sendSealed(type, flags, each, payload, sealer));
        } else {
            FrameSealer sealer = sealers.get(participant);
            if (sealer != null) {
                sendSealed(type, flags, participant, payload, sealer);
            }
        }
    }

    private void sendSealed(MessageType type, int flags, int participant, ByteBuffer payload, FrameSealer sealer) {
        if (sealer.isSpent()) {
            LOG.info("the keys have been used enough: the connection is made anew");
            abort();
        } else {
            pass(sealer.seal(header(type, flags, participant), payload));
        }
    }

    private FrameHeader header(MessageType type, int flags, int participant) {
        long sequence = sequences.merge(type.channel(), 1L, Long::sum);
        return new FrameHeader(
                type, flags, participant, 0, sequence, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
    }

    /** Bytes that were said and have not left yet. */
    long unsentBytes() {
        return unsent.get();
    }

    private void pass(ByteBuffer bytes) {
        int length = bytes.remaining();
        unsent.addAndGet(length);
        lastSend = lastSend.thenCompose(before -> socket.thenCompose(open -> open.sendBinary(bytes, true)));
        lastSend.whenComplete((sent, failed) -> {
            unsent.addAndGet(-length);
            if (failed != null) {
                finish(BROKEN);
            }
        });
    }

    /** Since the last sign of life from the relay. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastHeard);
    }

    /** Says goodbye after everything that was sent; gives up on a relay that does not answer. */
    synchronized void close() {
        lastSend.whenComplete((sent, failed) -> {
            WebSocket open = socket.getNow(null);
            if (open != null) {
                open.sendClose(WebSocket.NORMAL_CLOSURE, "")
                        .whenComplete((said, refused) -> finish(WebSocket.NORMAL_CLOSURE));
            } else {
                finish(BROKEN);
            }
        });
    }

    /** Cuts the connection. */
    void abort() {
        finish(BROKEN);
        WebSocket open = socket.getNow(null);
        if (open != null) {
            open.abort();
        }
    }

    private void finish(int code) {
        if (over.compareAndSet(false, true)) {
            events.closed(code);
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        lastHeard = System.nanoTime();
        opened.request(1); // before anybody can answer
        socket.complete(opened);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        lastHeard = System.nanoTime();
        if (message.size() + data.remaining() > Limits.FRAME_BYTES) {
            LOG.warning("the relay sends a frame that is too large");
            abort();
            return null;
        }
        byte[] part = new byte[data.remaining()];
        data.get(part);
        message.writeBytes(part);
        if (last) {
            byte[] whole = message.toByteArray();
            message.reset();
            deliver(whole);
        }
        from.request(1);
        return null;
    }

    private void deliver(byte[] whole) {
        if (over.get()) {
            return;
        }
        if (waiting.addAndGet(whole.length) > MOST_WAITING) {
            LOG.warning("the relay sends more than can be dealt with");
            abort();
            return;
        }
        Runnable done = () -> waiting.addAndGet(-whole.length);
        try {
            events.frame(Frame.parse(ByteBuffer.wrap(whole), Limits.FRAME_BYTES), done);
        } catch (FrameRefused refused) { // a newer peer, or a hostile one: either way nothing to obey
            LOG.log(Level.INFO, "a frame is ignored: {0}", refused.getMessage());
            done.run();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        LOG.info("a text message is ignored: the relay speaks binary");
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        finish(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        LOG.log(Level.INFO, "the connection to the relay broke: {0}", error.toString());
        finish(BROKEN);
    }
}
