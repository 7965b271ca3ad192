package org.beistand.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.wire.control.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More who come than there is room for, and who of them is meant. */
class CrowdedRelayIT {

    /** More connections from one source than the throttle lets through at once. */
    private static final int FLOOD = 200;

    private final UUID session = UUID.randomUUID();

    @Test
    void saysThatItIsFullAndTakesTheNextOneWhenSomebodyHasLeft(@TempDir Path data) throws Exception {
        try (var house = RelayHouse.holding(2, data)) {
            TestEnd applet = house.applet(session);
            applet.welcome();
            TestEnd technician = house.technician(session, Permission.VIEW);
            technician.welcome();

            TestEnd third = house.connect().hello(house.helpdesk.applet(UUID.randomUUID()));
            var failure = Failure.parseFrom(third.await(MessageType.FAILURE).payload());
            assertThat(failure.getStatus()).isEqualTo(Status.RELAY_FULL.code());
            third.assertClosedWith(Status.RELAY_FULL);
            assertThat(applet.isOpen() && technician.isOpen()).isTrue();
            RelayHouse.await("the refusal is counted", () -> metrics(house).contains("status=\"RELAY_FULL\"} 1"));

            technician.vanish();
            RelayHouse.await("there is room", () -> metrics(house).contains("connections 1"));
            house.applet(UUID.randomUUID()).welcome();
        }
    }

    @Test
    void countsWhomTheProxySpeaksForAndNotTheProxy(@TempDir Path data) throws Exception {
        try (var house = RelayHouse.holding(2 * FLOOD, data)) {
            List<TestEnd> flood = new ArrayList<>();
            assertThatThrownBy(() -> {
                        for (int i = 0; i < FLOOD; i++) {
                            flood.add(TestEnd.connectFor(
                                    house.client, house.port(), "198.51.100." + i + ", 203.0.113.7"));
                        }
                    })
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            refused -> assertThat(refused.getResponse().statusCode())
                                    .isEqualTo(Status.THROTTLED.http()));
            assertThat(TestEnd.connectFor(house.client, house.port(), "203.0.113.8")
                            .isOpen())
                    .isTrue();
            assertThat(house.connect().isOpen()).as("without a proxy").isTrue();
            flood.forEach(TestEnd::vanish);
        }
    }

    private static String metrics(RelayHouse house) {
        try {
            return house.page("/metrics");
        } catch (Exception unreachable) {
            throw new AssertionError(unreachable);
        }
    }
}
