package org.beistand.engine.protocol.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.beistand.engine.protocol.Role;
import org.junit.jupiter.api.Test;

class TapeEntryTest {

    private static final ByteBuffer TWO = ByteBuffer.allocate(2 * TapeEntry.HEAD_BYTES + 5)
            .put(TapeEntry.head(7, Role.APPLET, 3))
            .put(new byte[] {1, 2, 3})
            .put(TapeEntry.head(1_795_255_530_123_456L, Role.TECHNICIAN, 2))
            .put(new byte[] {4, 5})
            .flip();

    @Test
    void comesBackAsItWasWritten() {
        ByteBuffer tape = TWO.duplicate();
        assertThat(TapeEntry.next(tape)).contains(new TapeEntry(7, Role.APPLET, ByteBuffer.wrap(new byte[] {1, 2, 3})));
        assertThat(TapeEntry.next(tape))
                .contains(new TapeEntry(1_795_255_530_123_456L, Role.TECHNICIAN, ByteBuffer.wrap(new byte[] {4, 5})));
        assertThat(TapeEntry.next(tape)).isEmpty();
    }

    @Test
    void endsBeforeWhateverTheRelayCouldNotFinish() {
        for (int length = 0; length < TWO.limit(); length++) {
            ByteBuffer torn = TWO.duplicate().limit(length);
            int whole = 0;
            while (TapeEntry.next(torn).isPresent()) {
                whole++;
            }
            assertThat(whole).as("%d bytes", length).isEqualTo(length < TapeEntry.HEAD_BYTES + 3 ? 0 : 1);
        }
    }

    @Test
    void endsAtItsMark() {
        ByteBuffer tape = ByteBuffer.allocate(2 * TapeEntry.HEAD_BYTES)
                .put(TapeEntry.end(9))
                .put(TapeEntry.head(10, Role.APPLET, 0))
                .flip();
        assertThat(TapeEntry.next(tape)).isEmpty();
        assertThat(tape.remaining()).isEqualTo(TapeEntry.HEAD_BYTES);
    }

    @Test
    void refusesWhatNoRelayWrites() {
        ByteBuffer wrongDirection = ByteBuffer.allocate(TapeEntry.HEAD_BYTES).put(Long.BYTES, (byte) 3);
        ByteBuffer endWithAFrame = ByteBuffer.allocate(TapeEntry.HEAD_BYTES).put(TapeEntry.HEAD_BYTES - 1, (byte) 1);
        ByteBuffer tooLong = TapeEntry.head(7, Role.APPLET, Integer.MAX_VALUE);
        ByteBuffer negative = TapeEntry.head(7, Role.APPLET, -1);
        ByteBuffer beforeTime = TapeEntry.head(-1, Role.APPLET, 0);
        for (ByteBuffer hostile : new ByteBuffer[] {wrongDirection, endWithAFrame, tooLong, negative, beforeTime}) {
            assertThatThrownBy(() -> TapeEntry.next(hostile)).isInstanceOf(TapeEntry.Torn.class);
        }
    }
}
