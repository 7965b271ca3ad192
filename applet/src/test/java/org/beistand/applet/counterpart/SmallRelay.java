package org.beistand.applet.counterpart;

import com.google.protobuf.MessageLite;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.beistand.applet.desktop.Desktop;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.picture.PictureReader;
import org.beistand.engine.protocol.seal.FrameOpener;
import org.beistand.engine.wire.chat.ChatLine;
import org.beistand.engine.wire.consent.PermissionDecision;
import org.beistand.engine.wire.consent.PermissionRequest;
import org.beistand.engine.wire.control.End;
import org.beistand.engine.wire.control.Participant;
import org.beistand.engine.wire.control.ParticipantJoined;
import org.beistand.engine.wire.control.ParticipantLeft;
import org.beistand.engine.wire.control.Ping;
import org.beistand.engine.wire.control.Pong;
import org.beistand.engine.wire.control.Welcome;
import org.beistand.engine.wire.screen.PictureShown;
import org.beistand.engine.wire.screen.ScreenLayout;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/**
 * The relay and one technician behind it, over a real WebSocket. Paints the pictures it is sent, answers them, and
 * remembers everything else.
 */
public final class SmallRelay implements AutoCloseable {

    public static final int TECHNICIAN = 7;

    public static final String SUBJECT = "subject-of-maria";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final List<Frame> frames = new CopyOnWriteArrayList<>();
    private final AtomicLong sequence = new AtomicLong();
    private final PaintedScreen screen = new PaintedScreen();
    private final Wiretap wiretap = new Wiretap();
    private volatile ByteBuffer lastSealed = ByteBuffer.allocate(0);
    private volatile Page page = new Page("", SUBJECT);
    private volatile Optional<Session> applet = Optional.empty();
    private volatile boolean technicianHere;
    private volatile String technician = "Maria Lindner";
    private volatile boolean answersPictures = true;
    private volatile boolean records = true;
    private volatile long lastPictureNanos;

    public SmallRelay() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(WebSocketUpgradeHandler.from(server, container -> {
            container.setMaxBinaryMessageSize(Limits.FRAME_BYTES);
            container.addMapping("/session", (request, response, callback) -> new Door());
        }));
        server.start();
    }

    public URI url() {
        return URI.create("ws://127.0.0.1:" + connector.getLocalPort());
    }

    /** Public because Jetty calls it. */
    public final class Door implements Session.Listener.AutoDemanding {

        @SuppressWarnings("NullAway.Init") // set before any other call
        private Session session;

        @Override
        public void onWebSocketOpen(Session opened) {
            session = opened;
        }

        @Override
        public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
            byte[] copy = new byte[payload.remaining()];
            payload.get(copy);
            wiretap.hears(copy);
            Frame frame = Frame.parse(ByteBuffer.wrap(copy), Limits.FRAME_BYTES);
            if (frame.header().type() == MessageType.HELLO) {
                applet = Optional.of(session);
                Welcome.Builder welcome = Welcome.newBuilder()
                        .setVersion(1)
                        .setParticipantId(1)
                        .setMaxFrameBytes(Limits.FRAME_BYTES)
                        .setRecords(records);
                if (technicianHere) {
                    welcome.addParticipants(page.participant(technician));
                }
                send(MessageType.WELCOME, 0, welcome.build());
            }
            if (applet.filter(session::equals).isPresent()) { // else cut: what it had on the way is nobody's
                take(isForUs(frame) && FrameOpener.isSealed(frame.header().channel()) ? page.open(frame) : frame);
            }
            callback.succeed();
        }
    }

    /** What the relay has passed on. */
    public Wiretap wiretap() {
        return wiretap;
    }

    /** The session that the technician's grant is for; the page is loaded anew. */
    public void technicianOpens(UUID session) {
        page = new Page(session.toString(), SUBJECT);
    }

    /** What the technician's page knows now: it keeps it when it has left. */
    public Function<Frame, Frame> opener() {
        Page now = page;
        return now::open;
    }

    /** The words that the technician sees, in English. */
    public List<String> words() {
        Desktop.await("keys", () -> page.sealed().isPresent());
        return page.sealed().orElseThrow().words().in(Locale.ENGLISH);
    }

    /** Somebody joins who never says a word. */
    public void colleagueJoins(int number, String subject, String name) {
        Participant colleague = page.participant(name).toBuilder()
                .setId(number)
                .setSubject(subject)
                .build();
        send(
                MessageType.PARTICIPANT_JOINED,
                0,
                ParticipantJoined.newBuilder().setParticipant(colleague).build());
    }

    /** And not for a colleague. */
    private static boolean isForUs(Frame frame) {
        return frame.header().participant() <= TECHNICIAN;
    }

    private void take(Frame frame) {
        if (!isForUs(frame)) {
            frames.add(frame);
            return;
        }
        switch (frame.header().type()) {
            case SCREEN_LAYOUT -> screen.lay(Message.of(frame, ScreenLayout.parser()));
            case SCREEN_PICTURE -> picture(frame);
            case KEY_COMMIT -> send(MessageType.KEY_SHARE, TECHNICIAN, page.share(frame));
            case KEY_GRANT -> send(MessageType.KEY_DONE, TECHNICIAN, page.done(frame));
            case PING -> {
                long nonce = Message.of(frame, Ping.parser()).getNonce();
                send(MessageType.PONG, 0, Pong.newBuilder().setNonce(nonce).build());
            }
            default -> {}
        }
        frames.add(frame);
    }

    private void picture(Frame frame) {
        lastPictureNanos = System.nanoTime();
        PictureReader.Painted painted = screen.paint(frame);
        if (frame.header().has(FrameHeader.LAST) && answersPictures && !painted.quiet()) {
            send(
                    MessageType.PICTURE_SHOWN,
                    TECHNICIAN,
                    PictureShown.newBuilder().setPicture(painted.number()).build());
        }
    }

    /** 0xRRGGBB of what the viewer shows at this pixel; -1 beyond it. */
    public int photographs() {
        return screen.photographs();
    }

    public int films() {
        return screen.films();
    }

    public int pixel(int x, int y) {
        return screen.pixel(x, y);
    }

    public int width() {
        return screen.width();
    }

    public int height() {
        return screen.height();
    }

    /** When the last picture frame arrived, on System.nanoTime's clock. */
    public long lastPictureNanos() {
        return lastPictureNanos;
    }

    /** A viewer that shows nothing any more acknowledges nothing. */
    public void answerPictures(boolean answers) {
        answersPictures = answers;
    }

    /** An older relay knows of no recordings. */
    public void knowsOfRecordings(boolean knows) {
        records = knows;
    }

    /** From the relay itself. */
    public void say(MessageType type, MessageLite message) {
        send(type, 0, message);
    }

    /** What the technician is called who joins next. */
    public void technicianIsCalled(String name) {
        technician = name;
    }

    /** Whether the applet's connection stands. */
    public boolean isConnected() {
        return applet.filter(Session::isOpen).isPresent();
    }

    /** The kinds of all frames, in the order in which they arrived. */
    public List<MessageType> arrived() {
        return frames.stream().map(frame -> frame.header().type()).toList();
    }

    /** All frames of this type, in the order in which they arrived. */
    public List<Frame> arrived(MessageType type) {
        return frames.stream().filter(frame -> frame.header().type() == type).toList();
    }

    /** The texts of the customer's chat lines, as they arrived. */
    public List<String> customerLines() {
        return arrived(MessageType.CHAT_LINE).stream()
                .map(frame -> Message.of(frame, ChatLine.parser()).getText())
                .toList();
    }

    public void technicianJoins() {
        Desktop.await("the applet is connected", this::isConnected);
        technicianHere = true;
        send(
                MessageType.PARTICIPANT_JOINED,
                0,
                ParticipantJoined.newBuilder()
                        .setParticipant(page.participant(technician))
                        .build());
    }

    public void technicianLeaves(boolean forGood) {
        technicianHere = false;
        send(
                MessageType.PARTICIPANT_LEFT,
                0,
                ParticipantLeft.newBuilder()
                        .setParticipantId(TECHNICIAN)
                        .setForGood(forGood)
                        .build());
    }

    public void ask(String requestId, String permission) {
        send(
                MessageType.PERMISSION_REQUEST,
                TECHNICIAN,
                PermissionRequest.newBuilder()
                        .setRequestId(requestId)
                        .setPermission(permission)
                        .build());
    }

    /** From the technician, as the relay stamps it. */
    public void send(MessageType type, MessageLite message) {
        send(type, TECHNICIAN, message);
    }

    public void end(Status status) {
        send(MessageType.END, 0, End.newBuilder().setStatus(status.code()).build());
    }

    private synchronized void send(MessageType type, int from, MessageLite message) {
        FrameHeader header = FrameHeader.of(type, sequence.incrementAndGet(), 1).withParticipant(from);
        if (FrameOpener.isSealed(header.channel())) {
            page.seal(header, message).ifPresent(bytes -> {
                lastSealed = bytes.duplicate();
                sendBytes(bytes);
            });
        } else {
            sendBytes(Frame.of(header, message).toBytes());
        }
    }

    /** The bytes of the technician's last sealed frame to the applet. */
    public ByteBuffer lastSealed() {
        return lastSealed;
    }

    /** The last frame of this type. */
    public Frame last(MessageType type) {
        return arrived(type).getLast();
    }

    /** Sends what a hostile relay may make up. */
    public void sendBytes(ByteBuffer bytes) {
        wiretap.hears(Arrays.copyOfRange(bytes.array(), 0, bytes.limit()));
        applet.ifPresent(open -> open.sendBinary(bytes, Callback.NOOP));
    }

    /** The connection breaks without a word. */
    public void cut() {
        applet.ifPresent(Session::disconnect);
        applet = Optional.empty();
    }

    /** Waits for a frame. */
    public Frame await(MessageType type, Predicate<Frame> wanted) {
        Desktop.await(type.name(), () -> find(type, wanted).isPresent());
        return find(type, wanted).orElseThrow();
    }

    private Optional<Frame> find(MessageType type, Predicate<Frame> wanted) {
        return arrived(type).stream().filter(wanted).findFirst();
    }

    public long count(MessageType type) {
        return arrived(type).size();
    }

    /** The answer to a request, when there is one. */
    public Optional<PermissionDecision> decision(String requestId) {
        return arrived(MessageType.PERMISSION_DECISION).stream()
                .map(SmallRelay::decision)
                .filter(decision -> decision.getRequestId().equals(requestId))
                .findFirst();
    }

    /** Waits for the answer to a request. */
    public PermissionDecision awaitDecision(String requestId) {
        return decision(await(
                MessageType.PERMISSION_DECISION,
                frame -> decision(frame).getRequestId().equals(requestId)));
    }

    private static PermissionDecision decision(Frame frame) {
        return Message.of(frame, PermissionDecision.parser());
    }

    @Override
    public void close() throws Exception {
        server.stop();
        screen.close();
    }
}
