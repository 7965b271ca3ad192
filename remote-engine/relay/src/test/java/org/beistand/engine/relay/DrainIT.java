package org.beistand.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.RelayEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay that is emptied before an update, and one whose session has gone elsewhere. */
class DrainIT {

    private final UUID session = UUID.randomUUID();

    @Test
    void sendsBothEndsAwayAsSoonAsThereIsAnotherRelay(@TempDir Path data) throws Exception {
        try (RelayHouse house = new RelayHouse(data)) {
            TestEnd applet = house.applet(session);
            applet.welcome();
            TestEnd technician = house.technician(session);
            technician.welcome();
            assertThat(house.orderDrain(HelpdeskDouble.SECRET)).isEqualTo(202);
            RelayHouse.await("the helpdesk knows", house.helpdesk::isDraining);
            assertThat(house.get("/health/ready")).isEqualTo(503);
            technician.send(MessageType.CHAT_LINE, 0, new byte[] {1});
            applet.await(MessageType.CHAT_LINE);
            assertThat(house.isDrained()).isFalse();

            house.helpdesk.setElsewhere(true);
            applet.assertClosedWith(Status.RELAY_DRAINING);
            technician.assertClosedWith(Status.RELAY_DRAINING);
            RelayHouse.await("it is drained", house::isDrained);
            assertThat(house.helpdesk.events().stream().map(RelayEvent::kind))
                    .doesNotContain(RelayEvent.Kind.SESSION_ENDED);
        }
    }

    @Test
    void takesItsOwnSessionsBackButNoneThatCanGoElsewhere(@TempDir Path data) throws Exception {
        try (RelayHouse house = new RelayHouse(data)) {
            TestEnd applet = house.applet(session);
            applet.welcome();
            house.orderDrain(HelpdeskDouble.SECRET);
            applet.vanish();
            applet = house.applet(session);
            applet.welcome();
            house.helpdesk.setElsewhere(true);
            applet.assertClosedWith(Status.RELAY_DRAINING);
            RelayHouse.await("it is drained", house::isDrained);
            house.applet(UUID.randomUUID()).assertClosedWith(Status.RELAY_DRAINING);
        }
    }

    @Test
    void doesNotWaitForEverWhenItIsTheOnlyOne(@TempDir Path data) throws Exception {
        try (RelayHouse house = new RelayHouse(data)) {
            house.applet(session).welcome();
            house.orderDrain(HelpdeskDouble.SECRET);
            RelayHouse.await("the limit is over", house::isDrained);
        }
    }

    @Test
    void isNotDrainedByAStranger(@TempDir Path data) throws Exception {
        try (RelayHouse house = new RelayHouse(data)) {
            assertThat(house.orderDrain("a-guess-of-somebody-0123456789")).isEqualTo(401);
            assertThat(house.get("/health/ready")).isEqualTo(200);
            house.applet(session).welcome();
        }
    }

    @Test
    void sendsAwayWhoeverIsLeftOfASessionThatMovedAndTakesItBack(@TempDir Path data) throws Exception {
        try (RelayHouse house = new RelayHouse(data)) {
            TestEnd technician = house.technician(session);
            technician.welcome();
            house.helpdesk.orderMove(session);
            technician.assertClosedWith(Status.RELAY_DRAINING);
            TestEnd elsewhere = house.applet(UUID.randomUUID());
            elsewhere.welcome();
            assertThat(elsewhere.isOpen()).isTrue();
        }
    }
}
