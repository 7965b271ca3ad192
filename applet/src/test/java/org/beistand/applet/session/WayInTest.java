package org.beistand.applet.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.AppletAdmission;
import org.beistand.engine.protocol.contract.AppletHello;
import org.beistand.engine.protocol.contract.SessionCard;
import org.junit.jupiter.api.Test;

/** What the helpdesk hears about relays that let nobody in. */
class WayInTest {

    /** Nobody listens there: port 9 is for discarding, and nobody does that any more. */
    private static final String DEAD = "ws://127.0.0.1:9";

    private final WayIn wayIn =
            new WayIn(RelayConnection.client(), new AppletHello("applet", "linux-x64", null), Clock.systemUTC());

    @Test
    void namesTheRelayThatLetNobodyInAndForgetsItOnceOneDid() throws Exception {
        assertThat(wayIn.question().lost()).isNull();
        tryDeadRelay();
        assertThat(wayIn.isAtTheDoor()).isTrue();
        wayIn.closed(Optional.empty());
        assertThat(wayIn.question().lost()).isEqualTo(DEAD);
        tryDeadRelay();
        wayIn.entered();
        wayIn.closed(Optional.of(Status.TOO_SLOW));
        assertThat(wayIn.question().lost()).isNull();
    }

    @Test
    void doesNotBlameTheRelayForAGrantThatWasTooOld() throws Exception {
        tryDeadRelay();
        wayIn.closed(Optional.of(Status.GRANT_EXPIRED));
        assertThat(wayIn.question().lost()).isNull();
    }

    private void tryDeadRelay() throws Exception {
        SessionCard card =
                new SessionCard(UUID.randomUUID(), "Company", "Technician", null, "T-1", "Subject", null, "en", 60);
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        wayIn.open(new AppletAdmission("grant", DEAD, card, null), new RelayConnection.Events() {
            @Override
            public void frame(Frame frame, Runnable done) {
                done.run();
            }

            @Override
            public void closed(int code) {
                closed.complete(code);
            }
        });
        assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(1006);
    }
}
