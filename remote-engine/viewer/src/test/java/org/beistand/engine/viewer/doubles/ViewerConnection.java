package org.beistand.engine.viewer.doubles;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.beistand.engine.protocol.Channel;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.seal.FrameOpener;
import org.beistand.engine.wire.control.Hello;
import org.beistand.engine.wire.control.Ping;
import org.beistand.engine.wire.control.Pong;
import org.beistand.engine.wire.input.KeyPress;
import org.beistand.engine.wire.input.TypeText;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** One viewer's WebSocket: what it has sent, in order, and frames to it. Answers pings by itself, like a relay. */
public final class ViewerConnection extends Session.Listener.Abstract {

    private final BlockingQueue<Frame> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final Map<Channel, Long> sequences = new EnumMap<>(Channel.class);
    private final List<byte[]> passed = new CopyOnWriteArrayList<>();
    private final CompletableFuture<SwappingRelay.Between> between = new CompletableFuture<>();
    private final AppletKeys.Process process;
    private volatile Optional<SwappingRelay> swapping = Optional.empty();
    private volatile Optional<AppletKeys> keys = Optional.empty();
    private volatile int applet = Desktop.APPLET;

    /** @param process the applet behind the relay */
    ViewerConnection(AppletKeys.Process process) {
        this.process = process;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        super.onWebSocketOpen(session);
        session.demand();
    }

    @Override
    public void onWebSocketBinary(ByteBuffer message, Callback callback) {
        ByteBuffer copy = ByteBuffer.allocate(message.remaining()).put(message).flip();
        passed.add(copy.array().clone()); // opening it writes over it
        Frame frame = Frame.parse(copy, Limits.TECHNICIAN_FRAME_BYTES);
        callback.succeed();
        take(frame);
        getSession().demand();
    }

    private void take(Frame frame) {
        switch (frame.header().type()) {
            case PING ->
                send(
                        MessageType.PONG,
                        Pong.newBuilder()
                                .setNonce(parsed(frame, Ping.parser()).getNonce())
                                .build());
            case KEY_SHARE -> {
                keys.ifPresent(applet -> send(MessageType.KEY_GRANT, applet.grant(frame)));
                swapping.ifPresent(relay -> {
                    SwappingRelay.Answered answered = relay.answer(frame);
                    send(MessageType.KEY_GRANT, answered.grant());
                    between.complete(answered.between());
                });
            }
            case KEY_DONE -> keys.ifPresent(applet -> applet.done(frame));
            default -> {
                boolean sealed = FrameOpener.isSealed(frame.header().channel());
                received.add(sealed ? keys.orElseThrow().sealed().opener().open(frame) : frame);
            }
        }
    }

    /** The applet with this number agrees on keys with the viewer; returns when they are in use. */
    public void agreesOnKeys(int participant) {
        AppletKeys fresh = new AppletKeys(process);
        applet = participant;
        keys = Optional.of(fresh);
        send(MessageType.KEY_COMMIT, fresh.commit());
        fresh.awaitDone();
    }

    /** The relay agrees on keys with both ends, as if it were the other one; gives what it has then. */
    public SwappingRelay.Between swapsKeys(int participant, SwappingRelay relay) {
        applet = participant;
        swapping = Optional.of(relay);
        send(MessageType.KEY_COMMIT, relay.commit());
        return between.orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** Everything that passed here, both ways, as a relay could keep it. */
    public List<byte[]> passed() {
        return List.copyOf(passed);
    }

    /** The words that the customer sees. */
    public String words() {
        return String.join(" ", keys.orElseThrow().sealed().words().in(Locale.GERMAN));
    }

    @Override
    public void onWebSocketClose(int statusCode, String reason, Callback callback) {
        closed.complete(statusCode);
        callback.succeed();
    }

    /** The next message of this type; others before it are passed over. */
    public <T extends MessageLite> T await(MessageType type, Parser<T> parser) {
        while (true) {
            Frame frame = next(type.toString());
            if (frame.header().type() == type) {
                return parsed(frame, parser);
            }
        }
    }

    private Frame next(String wanted) {
        try {
            Frame frame = received.poll(10, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("the viewer has not sent " + wanted);
            }
            return frame;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** The next key or text, whichever comes first. */
    public void nextInput(Consumer<KeyPress> key, Consumer<TypeText> text) {
        while (true) {
            Frame frame = next("a key or a text");
            switch (frame.header().type()) {
                case KEY_PRESS -> {
                    key.accept(parsed(frame, KeyPress.parser()));
                    return;
                }
                case TYPE_TEXT -> {
                    text.accept(parsed(frame, TypeText.parser()));
                    return;
                }
                default -> {}
            }
        }
    }

    public Hello awaitHello() {
        return await(MessageType.HELLO, Hello.parser());
    }

    /** The close code that the viewer's end gave. */
    public int awaitClose() throws Exception {
        return closed.get(10, TimeUnit.SECONDS);
    }

    public void send(MessageType type, MessageLite message) {
        send(type, 0, ByteBuffer.wrap(message.toByteArray()));
    }

    public void send(MessageType type, int flags, ByteBuffer payload) {
        long sequence = sequences.merge(type.channel(), 1L, Long::sum);
        int sender = type.channel() == Channel.CONTROL ? 0 : applet;
        sendBytes(bytes(new FrameHeader(type, flags, sender, 0, sequence, 1), payload));
    }

    /** A frame with a header as a hostile end may write it; sealed where it belongs and there are keys. */
    public ByteBuffer bytes(FrameHeader header, ByteBuffer payload) {
        return FrameOpener.isSealed(header.channel()) && keys.isPresent()
                ? keys.orElseThrow().sealed().sealer().seal(header, payload)
                : new Frame(header, payload).toBytes();
    }

    /** Sends what may be no frame at all. */
    public void sendBytes(ByteBuffer bytes) {
        ByteBuffer copy = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
        passed.add(copy.array().clone());
        Callback.Completable sent = new Callback.Completable();
        getSession().sendBinary(copy, sent);
        sent.join();
    }

    public void close(int code) {
        getSession().close(code, "", Callback.NOOP);
    }

    /** Cuts the line without a word. */
    public void cut() {
        getSession().disconnect();
    }

    private static <T extends MessageLite> T parsed(Frame frame, Parser<T> parser) {
        try {
            return parser.parseFrom(frame.payload().duplicate());
        } catch (InvalidProtocolBufferException malformed) {
            throw new AssertionError(
                    "the viewer sent a malformed " + frame.header().type(), malformed);
        }
    }
}
