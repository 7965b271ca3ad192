package org.beistand.applet.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.wire.control.Ping;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A connection's end is heard whatever else is going on. */
class RelayConnectionTest {

    /** Longer than what the echo understands: it goes away without a word. */
    private static final ByteBuffer TOO_LONG = ByteBuffer.allocate(1000);

    // Not closed: that would wait for a connection that is not missed.
    private static final HttpClient CLIENT = RelayConnection.client();

    private final BlockingQueue<Runnable> arrived = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Test
    void aRelayThatGoesIsMissedWhileAFrameIsStillBeingDealtWith() throws Exception {
        try (EchoRelay relay = new EchoRelay()) {
            RelayConnection connection = settled(relay);
            Runnable done = echo(connection);
            connection.send(MessageType.PING, 0, FrameHeader.EVERYBODY, TOO_LONG);
            assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(1006);
            done.run();
        }
    }

    @RepeatedTest(50)
    void aRelayThatGoesRightBehindItsLastFrameIsMissed() throws Exception {
        try (EchoRelay relay = new EchoRelay()) {
            RelayConnection connection = settled(relay);
            connection.send(MessageType.PING, Ping.newBuilder().setNonce(2).build());
            connection.send(MessageType.PING, 0, FrameHeader.EVERYBODY, TOO_LONG);
            assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(1006);
        }
    }

    /** Opened, and all that arrives comes on the thread that reads: see {@link RelayConnection#client}. */
    private RelayConnection settled(EchoRelay relay) throws InterruptedException {
        RelayConnection connection = open(relay);
        for (int times = 0; times < 3; times++) {
            echo(connection).run();
        }
        return connection;
    }

    private Runnable echo(RelayConnection connection) throws InterruptedException {
        connection.send(MessageType.PING, Ping.newBuilder().setNonce(1).build());
        return requireNonNull(arrived.poll(10, TimeUnit.SECONDS), "no echo");
    }

    private RelayConnection open(EchoRelay relay) {
        return RelayConnection.open(CLIENT, relay.uri(), Clock.systemUTC(), new RelayConnection.Events() {
            @Override
            public void frame(Frame frame, Runnable done) {
                arrived.add(done);
            }

            @Override
            public void closed(int code) {
                closed.complete(code);
            }
        });
    }
}
