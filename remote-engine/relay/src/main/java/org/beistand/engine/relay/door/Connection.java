package org.beistand.engine.relay.door;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.relay.session.Parcel;
import org.beistand.engine.relay.session.Participant;
import org.beistand.engine.relay.session.Peer;
import org.beistand.engine.relay.session.Refused;
import org.beistand.engine.wire.control.Failure;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.exceptions.MessageTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket: waits for Hello, then hands frames over one by one. The next frame is read only when every receiver of
 * the last one has room again, so what a fast sender has in flight here is one frame. A connection that is not read does
 * not see its own close either; the sweep sees to receivers that keep it so.
 */
public final class Connection implements Session.Listener, Peer {

    /** A Hello is a control frame; nobody may make the relay buffer more before saying who it is. */
    static final int MAX_HELLO = FrameHeader.BYTES + Limits.CONTROL_PAYLOAD_BYTES;

    /** Text is refused; a little of it is read first, so that the refusal can say why. */
    private static final int MAX_TEXT = 1_024;

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final long CLOSING_NANOS = 2_000_000_000L;

    private final String id;
    private final InetAddress source;
    private final DoorContext door;
    private final FrameIntake intake;
    private final Incoming incoming;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean demanded = new AtomicBoolean();
    private final long openedNanos = System.nanoTime();
    private volatile long closingNanos;
    private volatile long heardNanos = System.nanoTime();
    private volatile boolean parked;
    private volatile Status closeStatus = Status.OK;
    private volatile Optional<Session> session = Optional.empty();
    private volatile Optional<Outbound> outbound = Optional.empty();
    private volatile Optional<Participant> participant = Optional.empty();

    Connection(String id, InetAddress source, DoorContext door) {
        this.id = id;
        this.source = source;
        this.door = door;
        this.intake = new FrameIntake(id, this, door);
        this.incoming = new Incoming(door.buffers());
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        opened.setMaxTextMessageSize(MAX_TEXT);
        session = Optional.of(opened);
        outbound = Optional.of(new Outbound(opened, door.budget(), opened::disconnect));
        door.connections().add(this);
        demand();
    }

    @Override
    public void onWebSocketPartialBinary(ByteBuffer part, boolean last, Callback callback) {
        demanded.set(false);
        heardNanos = System.nanoTime();
        Optional<Parcel> message;
        try {
            message = closing.get() ? Optional.empty() : incoming.take(part, last, mostBytes());
        } catch (FrameRefused tooLarge) {
            fail(tooLarge.status(), tooLarge.detail());
            return;
        } finally {
            callback.succeed();
        }
        message.ifPresentOrElse(this::take, this::demand);
    }

    private int mostBytes() {
        return participant.map(self -> FrameIntake.frameBytes(self.role())).orElse(MAX_HELLO);
    }

    private void take(Parcel message) {
        try {
            demandWhenDrained(
                    participant.isPresent() ? intake.take(participant.get(), message) : enter(message.bytes()));
        } catch (FrameRefused refused) {
            fail(refused.status(), refused.detail());
        } catch (Refused refused) {
            fail(refused.status(), refused.detail());
        } catch (RuntimeException bug) {
            LOG.error("connection failed connection={}", id, bug);
            fail(Status.INTERNAL, bug.getClass().getSimpleName());
        } finally {
            message.release();
        }
    }

    private List<Peer> enter(ByteBuffer message) {
        Participant joined = intake.join(intake.enter(message));
        participant = Optional.of(joined);
        if (closing.get()) { // replaced or ended while coming in
            door.sessions().leave(joined, closeStatus);
        }
        return List.of();
    }

    /** Reads on at once, or when the last receiver that is congested now has drained. */
    private void demandWhenDrained(List<Peer> receivers) {
        if (receivers.stream().noneMatch(Peer::congested)) {
            demand();
            return;
        }
        List<Peer> congested = List.copyOf(receivers);
        parked = true;
        AtomicInteger missing = new AtomicInteger(congested.size());
        congested.forEach(receiver -> receiver.whenDrained(() -> {
            if (missing.decrementAndGet() == 0) {
                heardNanos = System.nanoTime();
                parked = false;
                demand();
            }
        }));
    }

    /** Asks for one more message, unless one is asked for already. */
    private void demand() {
        if (demanded.compareAndSet(false, true)) {
            session.ifPresent(Session::demand);
        }
    }

    @Override
    public void onWebSocketText(String text) {
        demanded.set(false);
        fail(Status.PROTOCOL_ERROR, "text message");
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        demanded.set(false);
        heardNanos = System.nanoTime();
        demand();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        if (cause instanceof MessageTooLargeException) {
            refused(Status.TOO_LARGE, "message beyond the limit");
        }
        LOG.debug("connection broke connection={}", id, cause);
    }

    @Override
    public void onWebSocketClose(int statusCode, String reason) {
        closing.set(true);
        outbound.ifPresent(Outbound::close);
        door.connections().remove(this);
        participant.ifPresent(self -> {
            LOG.info(
                    "connection closed session={} participant={} connection={} code={}",
                    self.sessionId(),
                    self.number(),
                    id,
                    statusCode);
            boolean meant = closeStatus == Status.OK && statusCode == Status.LEFT.webSocket();
            door.sessions().leave(self, meant ? Status.LEFT : closeStatus);
        });
    }

    @Override
    public void add(Parcel frame) {
        outbound.ifPresentOrElse(queue -> queue.add(frame), frame::release);
    }

    @Override
    public void flush() {
        outbound.ifPresent(Outbound::flush);
    }

    @Override
    public boolean congested() {
        return outbound.map(Outbound::isCongested).orElse(false);
    }

    @Override
    public void whenDrained(Runnable continuation) {
        outbound.ifPresentOrElse(queue -> queue.whenDrained(continuation), continuation);
    }

    @Override
    public void close(Status status, String detail, List<ByteBuffer> lastFrames) {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        closingNanos = System.nanoTime();
        closeStatus = status;
        boolean between = outbound.map(Outbound::close).orElse(false);
        session.ifPresent(open -> {
            if (between) {
                lastFrames.forEach(frame -> open.sendBinary(frame, Callback.NOOP));
            }
            open.close(status.webSocket(), status.name(), Callback.NOOP);
            demand(); // to see the other side's close
        });
    }

    /** Closes for something this end did wrong: told in a Failure, logged, counted, and held against its source. */
    void fail(Status status, String detail) {
        refused(status, detail);
        Failure failure = Failure.newBuilder()
                .setStatus(status.code())
                .setDetail(status.name())
                .build();
        Frame frame = Frame.of(FrameHeader.of(MessageType.FAILURE, Limits.SEQUENCE, door.micros()), failure);
        close(status, detail, List.of(frame.toBytes()));
    }

    private void refused(Status status, String detail) {
        closeStatus = status;
        door.meters().closed(status);
        if (participant.isEmpty()) {
            door.throttle().punish(source);
        }
        LOG.warn(
                "connection refused status={} detail=\"{}\" session={} participant={} connection={} source={}",
                status,
                detail,
                participant.map(Participant::sessionId).map(Object::toString).orElse("-"),
                participant.map(Participant::number).map(Object::toString).orElse("-"),
                id,
                source.getHostAddress());
    }

    /** Looks after time: a Hello that does not come, a receiver that stands still, an end that has fallen silent. */
    void sweep(long now, Timing timing) {
        if (closing.get()) {
            if (now - closingNanos > CLOSING_NANOS) {
                session.ifPresent(Session::disconnect);
            }
            return;
        }
        long stalled = outbound.map(queue -> queue.stalledNanos(now)).orElse(0L);
        long congested = outbound.map(queue -> queue.congestedNanos(now)).orElse(0L);
        if (participant.isEmpty() && now - openedNanos > timing.hello().toNanos()) {
            fail(Status.TOO_SLOW, "no Hello in time");
        } else if (stalled > timing.stall().toNanos()
                || congested > timing.congestion().toNanos()) {
            fail(Status.TOO_SLOW, "receiver takes too little");
        } else if (!parked && now - heardNanos > timing.silence().toNanos()) {
            fail(Status.TOO_SLOW, "silent");
        }
    }

    /** Asks the other end for a sign of life; browsers and the JDK answer by themselves. */
    void ping() {
        if (!closing.get() && participant.isPresent()) {
            session.ifPresent(open -> open.sendPing(ByteBuffer.allocate(0), Callback.NOOP));
        }
    }
}
