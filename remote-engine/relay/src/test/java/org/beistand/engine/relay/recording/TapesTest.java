package org.beistand.engine.relay.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.relay.session.Parcel;
import org.beistand.engine.relay.session.Peer;
import org.beistand.engine.relay.session.Recorder;
import org.beistand.engine.wire.control.RecordingKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tape on slow, full and vanishing disks. */
class TapesTest {

    private static final int TECHNICIAN = 2;
    private final AtomicInteger released = new AtomicInteger();

    private Parcel frame(int payload) {
        ByteBuffer bytes = ByteBuffer.allocate(FrameHeader.BYTES + payload);
        FrameHeader.of(MessageType.SCREEN_PICTURE, 1, 1).withParticipant(1).write(bytes);
        return new Parcel(bytes.rewind(), back -> released.incrementAndGet());
    }

    private static Recorder.Order order() {
        RecordingKeys keys = RecordingKeys.newBuilder()
                .setKeyId("key-1")
                .setEncapsulation(ByteString.copyFrom(new byte[32]))
                .setSealedKeys(ByteString.copyFrom(new byte[80]))
                .build();
        return new Recorder.Order(UUID.randomUUID(), TECHNICIAN, UUID.randomUUID(), "Technikerin", keys);
    }

    /** Seen as soon as it is there, a hundred times: one that seemed to be whole would be delivered and deleted. */
    @Test
    void noTapeSeemsToBeWholeBeforeItBegins(@TempDir Path folder) throws Exception {
        for (int round = 0; round < 100; round++) {
            try (Tapes tapes = new Tapes(folder.resolve("round-" + round), Clock.systemUTC())) {
                var first = CompletableFuture.supplyAsync(() -> {
                    List<SpooledTape> seen = tapes.spooled();
                    while (seen.isEmpty()) {
                        seen = tapes.spooled();
                    }
                    return seen;
                });
                assertThat(tapes.record(order(), () -> {})).isPresent();
                assertThat(first.get(10, TimeUnit.SECONDS)).noneMatch(SpooledTape::isWhole);
            }
        }
    }

    @Test
    void aSlowDiskHoldsUpTheSenderAndLosesNothing(@TempDir Path folder) throws Exception {
        Queue<Runnable> disk = new ArrayDeque<>();
        Path file = folder.resolve("tape");
        AtomicInteger ended = new AtomicInteger();
        Tape tape = new Tape(
                UUID.randomUUID(),
                TECHNICIAN,
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                Clock.systemUTC(),
                disk::add,
                new Tape.Keeper() {
                    @Override
                    public void grew(long bytes) {
                        assertThat(bytes).isPositive();
                    }

                    @Override
                    public void ended(Tape which, String why) {
                        assertThat(why).isEmpty();
                        ended.incrementAndGet();
                    }
                });
        AtomicInteger resumed = new AtomicInteger();
        int frames = 0;
        while (!tape.congested()) {
            tape.add(frame(500_000));
            tape.flush();
            frames++;
        }
        tape.whenDrained(resumed::incrementAndGet);
        assertThat(frames).isEqualTo(5);
        assertThat(disk).as("one writer at a time").hasSize(1);
        assertThat(resumed).hasValue(0);
        disk.remove().run();
        assertThat(resumed).hasValue(1);
        assertThat(released).hasValue(5);
        tape.whenDrained(resumed::incrementAndGet);
        assertThat(resumed).hasValue(2);
        tape.add(frame(7));
        tape.close(Status.OK, "", List.of());
        tape.close(Status.OK, "", List.of());
        tape.add(frame(9));
        tape.flush();
        assertThat(released).as("what comes after the end is let go").hasValue(6);
        while (!disk.isEmpty()) {
            disk.remove().run();
        }
        assertThat(ended).hasValue(1);
        assertThat(released).hasValue(7);
        assertThat(Files.size(file)).isEqualTo(5 * (500_000L + 24 + 13) + 7 + 24 + 13 + 13);
    }

    @Test
    void aFullSpoolBreaksOffAndSaysSo(@TempDir Path folder) throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        try (Tapes tapes = new Tapes(folder, Clock.systemUTC(), 1_000)) {
            Peer tape = tapes.record(order(), failed::countDown).orElseThrow();
            for (int count = 0; count < 3; count++) {
                tape.add(frame(400));
                tape.flush();
            }
            assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(tapes.spooled()).singleElement().satisfies(spooled -> {
                assertThat(spooled.bytes()).isEqualTo(2 * (400 + 24 + 13));
                assertThat(spooled.isWhole()).isTrue();
            });
            tapes.record(order(), () -> {}).orElseThrow().close(Status.OK, "", List.of());
        }
    }

    @Test
    void aFullSpoolBeginsNothingUntilThereIsRoom(@TempDir Path folder) throws Exception {
        try (Tapes tapes = new Tapes(folder, Clock.systemUTC(), 0)) {
            assertThat(tapes.record(order(), () -> {})).isEmpty();
            assertThat(tapes.spooled()).isEmpty();
        }
    }

    @Test
    void aVanishedFolderIsNoReasonToFall(@TempDir Path folder) throws Exception {
        try (Tapes tapes = new Tapes(folder.resolve("tapes"), Clock.systemUTC())) {
            Files.delete(folder.resolve("tapes"));
            assertThat(tapes.record(order(), () -> {})).isEmpty();
            assertThat(tapes.spooled()).isEmpty();
        }
    }

    @Test
    void removingARunningTapeBreaksItOff(@TempDir Path folder) throws Exception {
        AtomicInteger failed = new AtomicInteger();
        try (Tapes tapes = new Tapes(folder, Clock.systemUTC())) {
            Peer tape = tapes.record(order(), failed::incrementAndGet).orElseThrow();
            tapes.remove(tapes.spooled().get(0));
            assertThat(failed).hasValue(1);
            tape.add(frame(5));
            assertThat(released).hasValue(1);
            assertThat(tapes.spooled()).isEmpty();
        }
    }
}
