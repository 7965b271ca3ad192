package org.beistand.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.RelayEvent;
import org.beistand.engine.protocol.contract.RelayEvent.Kind;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.relay.door.BufferBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One technician stops reading while the applet sends: it costs bounded memory, and nobody else their session. */
class SlowReceiverIT {

    private static final int FRAMES = 48;
    private static final Pattern QUEUED = Pattern.compile("beistand_relay_queued_bytes (\\d+)");

    @Test
    void isClosedAndHarmsNobodyElse(@TempDir Path data) throws Exception {
        UUID session = UUID.randomUUID();
        try (RelayHouse house = new RelayHouse(data)) {
            TestEnd applet = house.applet(session);
            applet.welcome();
            TestEnd reader = house.technician(session, Permission.VIEW);
            reader.welcome();
            UUID slowSubject = UUID.randomUUID();
            TestEnd.connectAndNeverRead(house.client, house.port())
                    .hello(house.helpdesk.technician(session, slowSubject, Permission.VIEW));
            applet.await(MessageType.PARTICIPANT_JOINED);
            applet.await(MessageType.PARTICIPANT_JOINED);

            AtomicLong mostQueued = new AtomicLong();
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> sendPictures(applet));
            for (int index = 1; index <= FRAMES; index++) {
                Frame frame = reader.await(MessageType.SCREEN_PICTURE);
                assertThat(frame.header().sequence()).isEqualTo(index);
                mostQueued.accumulateAndGet(queuedBytes(house), Math::max);
            }
            sending.get(10, TimeUnit.SECONDS);

            assertThat(leftOf(house, slowSubject)).isEqualTo(Status.TOO_SLOW);
            int receivers = 2;
            assertThat(mostQueued.get())
                    .as("queued bytes of the session")
                    .isPositive()
                    .isLessThanOrEqualTo((long) receivers * (BufferBudget.HIGH_WATER + Limits.FRAME_BYTES));
            assertThat(applet.isOpen()).isTrue();
            assertThat(reader.isOpen()).isTrue();
        }
    }

    private static void sendPictures(TestEnd applet) {
        for (int index = 0; index < FRAMES; index++) {
            applet.send(MessageType.SCREEN_PICTURE, 0, new byte[Limits.FRAME_BYTES - FrameHeader.BYTES]);
        }
    }

    @Test
    void isToldOfTheEndAtOnceWhateverWaits(@TempDir Path data) throws Exception {
        UUID session = UUID.randomUUID();
        try (RelayHouse house = new RelayHouse(data)) {
            TestEnd applet = house.applet(session);
            applet.welcome();
            TestEnd technician = house.technician(session, Permission.VIEW);
            technician.welcome();
            TestEnd slow = TestEnd.connectAndNeverRead(house.client, house.port());
            slow.hello(house.helpdesk.technician(session, UUID.randomUUID(), Permission.VIEW));
            applet.await(MessageType.PARTICIPANT_JOINED);
            applet.await(MessageType.PARTICIPANT_JOINED);
            for (int index = 0; index < 8; index++) {
                ByteBuffer frame = ByteBuffer.allocate(Limits.FRAME_BYTES);
                FrameHeader.of(MessageType.SCREEN_PICTURE, index + 1, 0).write(frame);
                applet.sendWithoutWaiting(frame.clear()).exceptionally(closed -> null);
                technician.await(MessageType.SCREEN_PICTURE);
                if (queuedBytes(house) > 0) {
                    break;
                }
            }
            long before = System.nanoTime();
            technician.send(MessageType.END, org.beistand.engine.wire.control.End.getDefaultInstance());
            applet.assertClosedWith(Status.ENDED_BY_TECHNICIAN);
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before))
                    .isLessThan(500);
            RelayHouse.await("nothing waits", () -> queuedBytes(house) == 0);
        }
    }

    private static Status leftOf(RelayHouse house, UUID subject) throws InterruptedException {
        while (true) {
            RelayEvent event = house.helpdesk.events().poll(10, TimeUnit.SECONDS);
            assertThat(event).as("the event that it left").isNotNull();
            if (event != null && event.kind() == Kind.PARTICIPANT_LEFT && subject.equals(event.subject())) {
                return event.status();
            }
        }
    }

    private static long queuedBytes(RelayHouse house) {
        try {
            Matcher matcher = QUEUED.matcher(house.page("/metrics"));
            assertThat(matcher.find()).isTrue();
            return Long.parseLong(matcher.group(1));
        } catch (Exception unreachable) {
            throw new AssertionError(unreachable);
        }
    }
}
