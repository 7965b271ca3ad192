package org.beistand.applet.session;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.engine.protocol.Channel;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.AppletAdmission;
import org.beistand.engine.protocol.contract.AppletHello;
import org.beistand.engine.wire.control.End;
import org.beistand.engine.wire.control.Failure;
import org.beistand.engine.wire.control.Ping;
import org.beistand.engine.wire.control.Pong;
import org.jspecify.annotations.Nullable;

/**
 * SESSION-FLOW 4: the way to the relay, made again with a fresh grant whenever it breaks, until the session is over. Lives
 * on the session's loop and tells the session everything there.
 */
final class RelayLink {

    private static final Logger LOG = Logger.getLogger(RelayLink.class.getName());
    /** From the first step to Welcome: a relay that is dead without a word must not cost more. */
    private static final Duration WELCOME_WITHIN = Duration.ofSeconds(6);

    /** What the session hears, on its loop. */
    interface Events {

        /** The helpdesk lets us in; the connection to the relay is being made. */
        void admitted(AppletAdmission admission);

        /** Neither helpdesk nor relay can be reached; it is tried again. */
        void unreachable();

        /** Control messages about participants, and what technicians say, opened. */
        void frame(Frame frame) throws InvalidProtocolBufferException;

        /** The connection broke and is being made again. */
        void broken();

        /** Nothing leads back. */
        void over(Status status);

        /** The helpdesk does not know us. @param key of the sentence to show */
        void refused(String key);
    }

    private final Helpdesk helpdesk;
    private final String token;
    private final WayIn wayIn;
    private final SessionLoop loop;
    private final Outbound outbound;
    private final Seals seals;
    private final Events events;
    private final Backoff backoff = new Backoff(new SecureRandom());
    private @Nullable RelayConnection connection;
    private Optional<Status> farewell = Optional.empty();
    private final Heartbeat heartbeat = new Heartbeat();
    private boolean over;

    RelayLink(
            Helpdesk helpdesk,
            String token,
            WayIn wayIn,
            SessionLoop loop,
            Outbound outbound,
            Seals seals,
            Events events) {
        this.helpdesk = helpdesk;
        this.token = token;
        this.wayIn = wayIn;
        this.loop = loop;
        this.outbound = outbound;
        this.seals = seals;
        this.events = events;
    }

    /** Call once, on the loop. */
    void start() {
        loop.every(Heartbeat.EVERY, () -> Optional.ofNullable(connection).ifPresent(heartbeat::beat));
        connect();
    }

    private void connect() {
        if (over) {
            return;
        }
        AppletHello question = wayIn.question();
        Thread.ofVirtual().name("admission").start(() -> {
            try {
                AppletAdmission admission = helpdesk.admission(token, question);
                loop.run(() -> open(admission));
            } catch (SessionOver gone) {
                loop.run(() -> finish(gone.status()));
            } catch (StartFailed refused) {
                loop.run(() -> refuse(refused.key()));
            } catch (IOException | RuntimeException unreachable) {
                LOG.log(Level.INFO, "the helpdesk is out of reach: {0}", unreachable.toString());
                loop.run(this::tryAgain);
            } catch (InterruptedException closing) {
                LOG.fine("admission was interrupted");
            }
        });
    }

    private void tryAgain() {
        if (!over) {
            events.unreachable();
            loop.after(backoff.next(), this::connect);
        }
    }

    private void open(AppletAdmission admission) {
        if (over) {
            return;
        }
        events.admitted(admission);
        farewell = Optional.empty();
        Receiver receiver = new Receiver();
        RelayConnection opened;
        try {
            opened = wayIn.open(admission, receiver);
        } catch (IllegalArgumentException noAddress) {
            LOG.log(Level.WARNING, "nothing leads to {0}: {1}", new Object[] {admission.relayUrl(), noAddress.toString()
            });
            tryAgain();
            return;
        }
        receiver.self = opened;
        connection = opened;
        loop.after(WELCOME_WITHIN, () -> {
            if (opened == connection && wayIn.isAtTheDoor()) {
                opened.abort();
            }
        });
    }

    /** Takes what one connection says to the loop; what an earlier connection still says is ignored there. */
    private final class Receiver implements RelayConnection.Events {
        private volatile @Nullable RelayConnection self;

        @Override
        public void frame(Frame frame, Runnable done) {
            loop.run(() -> {
                try {
                    if (self == connection) {
                        received(frame);
                    }
                } finally {
                    done.run();
                }
            });
        }

        @Override
        public void closed(int code) {
            loop.run(() -> {
                if (self == connection) {
                    closedBy(code);
                }
            });
        }
    }

    private void received(Frame frame) {
        try {
            if (frame.header().channel() == Channel.KEYS) {
                seals.take(frame);
                return;
            }
            if (frame.header().channel() != Channel.CONTROL) {
                Optional<Frame> opened = seals.open(frame);
                if (opened.isPresent()) {
                    events.frame(opened.get());
                }
                return;
            }
            switch (frame.header().type()) {
                case WELCOME -> {
                    backoff.reset();
                    wayIn.entered();
                    use(connection);
                    events.frame(frame);
                }
                case PING -> {
                    long nonce = Ping.parseFrom(frame.payload()).getNonce();
                    send(MessageType.PONG, Pong.newBuilder().setNonce(nonce).build());
                }
                case PONG -> LOG.finest("the relay is there");
                case END ->
                    farewell = Status.ofCode(End.parseFrom(frame.payload()).getStatus());
                case FAILURE -> {
                    Failure failure = Failure.parseFrom(frame.payload());
                    farewell = Status.ofCode(failure.getStatus());
                    LOG.log(Level.INFO, "the relay refuses: {0}", failure.getDetail());
                }
                default -> events.frame(frame);
            }
            if (farewell.filter(Status::endsSession).isPresent()) {
                finish(farewell.get());
            }
        } catch (InvalidProtocolBufferException malformed) {
            LOG.log(
                    Level.WARNING,
                    "the relay sends a malformed {0}",
                    frame.header().type());
        }
    }

    private void closedBy(int code) {
        connection = null;
        use(null);
        Optional<Status> status = farewell.or(() -> Status.ofWebSocket(code));
        wayIn.closed(status);
        LOG.log(Level.INFO, "the connection to the relay is closed: {0} {1}", new Object[] {code, status});
        boolean forGood = status.filter(row -> row != Status.OK && row.retry() == Status.Retry.NEVER)
                .isPresent();
        if (forGood) {
            finish(status.get());
        } else {
            broken(this::tryAgain);
        }
    }

    private void use(@Nullable RelayConnection current) {
        outbound.use(current);
        seals.use(current);
    }

    /** Connects anew, with new keys for everybody: what was said before is not to be opened with what comes. */
    void renew() {
        RelayConnection current = connection;
        if (current != null && !over) {
            goodbye(current);
            wayIn.closed(Optional.of(Status.OK));
            broken(this::connect);
        }
    }

    private void broken(Runnable next) {
        try {
            events.broken();
        } finally {
            next.run();
        }
    }

    private void goodbye(RelayConnection current) {
        connection = null;
        use(null);
        current.close();
    }

    private void send(MessageType type, MessageLite message) {
        RelayConnection current = connection;
        if (current != null) {
            current.send(type, message);
        }
    }

    private void finish(Status status) {
        if (!over) {
            over = true;
            events.over(status);
        }
    }

    private void refuse(String key) {
        if (!over) {
            over = true;
            events.refused(key);
        }
    }

    /** Says goodbye and connects no more. On the loop. */
    void close() {
        over = true;
        RelayConnection current = connection;
        if (current != null) {
            goodbye(current);
        }
    }
}
