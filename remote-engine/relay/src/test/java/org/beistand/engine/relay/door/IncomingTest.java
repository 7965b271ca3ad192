package org.beistand.engine.relay.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.SplittableRandom;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.relay.session.Parcel;
import org.junit.jupiter.api.Test;

/** Messages from their parts, in buffers that are used again. */
class IncomingTest {

    private static final int MOST = 1 << 20;

    private final BufferPool pool = new BufferPool(4 << 20);
    private final Incoming incoming = new Incoming(pool);

    @Test
    void isTheSameWholeHoweverItWasTakenApart() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            byte[] message = new byte[random.nextInt(1, round % 4 == 0 ? MOST : 40_000)];
            random.nextBytes(message);
            Parcel whole = whole(message, random);
            assertThat(whole.bytes()).isEqualTo(ByteBuffer.wrap(message));
            whole.release();
        }
    }

    private Parcel whole(byte[] message, SplittableRandom random) {
        int at = 0;
        while (true) {
            int size = Math.min(message.length - at, random.nextInt(1, 70_000));
            boolean last = at + size == message.length;
            Optional<Parcel> whole = incoming.take(ByteBuffer.wrap(message, at, size), last, MOST);
            assertThat(whole.isPresent()).isEqualTo(last);
            if (last) {
                return whole.orElseThrow();
            }
            at += size;
        }
    }

    @Test
    void isRefusedBeforeMoreIsKeptThanItMayHave() {
        incoming.take(ByteBuffer.allocate(600), false, 1_000);
        assertThatThrownBy(() -> incoming.take(ByteBuffer.allocate(401), false, 1_000))
                .isInstanceOf(FrameRefused.class);
    }

    @Test
    void isNotUsedAgainWhileAnybodyHoldsIt() {
        Parcel first = incoming.take(ByteBuffer.allocate(20_000), true, MOST).orElseThrow();
        first.hold();
        first.release();
        Parcel second = incoming.take(ByteBuffer.allocate(20_000).put(0, (byte) 1), true, MOST)
                .orElseThrow();
        assertThat(first.bytes().get(0)).isZero();
        first.release();
        second.release();
        ByteBuffer again = pool.take(20_000);
        again.put(0, (byte) 9);
        assertThat(second.bytes().get(0) == 9 || first.bytes().get(0) == 9).isTrue();
    }
}
