package org.beistand.applet.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.wire.control.Ping;
import org.junit.jupiter.api.Test;

/** A connection's end is heard whatever else is going on. */
class RelayConnectionTest {

    /** Longer than what the echo understands: it goes away without a word. */
    private static final ByteBuffer TOO_LONG = ByteBuffer.allocate(1000);

    @Test
    void aRelayThatGoesIsMissedWhileAFrameIsStillBeingDealtWith() throws Exception {
        CompletableFuture<Runnable> arrived = new CompletableFuture<>();
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        HttpClient http = HttpClient.newHttpClient(); // not closed: that would wait for a connection that is not missed
        try (EchoRelay relay = new EchoRelay()) {
            RelayConnection connection =
                    RelayConnection.open(http, relay.uri(), Clock.systemUTC(), new RelayConnection.Events() {
                        @Override
                        public void frame(Frame frame, Runnable done) {
                            arrived.complete(done);
                        }

                        @Override
                        public void closed(int code) {
                            closed.complete(code);
                        }
                    });
            connection.send(MessageType.PING, Ping.newBuilder().setNonce(1).build());
            Runnable done = arrived.get(10, TimeUnit.SECONDS);
            connection.send(MessageType.PING, 0, FrameHeader.EVERYBODY, TOO_LONG);
            assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(1006);
            done.run();
        }
    }
}
