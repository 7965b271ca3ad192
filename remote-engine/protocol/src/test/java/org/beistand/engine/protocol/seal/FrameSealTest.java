package org.beistand.engine.protocol.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.junit.jupiter.api.Test;

class FrameSealTest {

    private static final byte[] KEY = new byte[32];
    private static final TrafficKeys KEYS = new TrafficKeys(Direction.APPLET, KEY, Optional.of(new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    }));

    private final FrameSealer sealer = new FrameSealer(KEYS);
    private final FrameOpener opener = new FrameOpener(KEYS);

    @Test
    void opensWhatWasSealedWhoeverTheRelayStampsAsSender() {
        FrameHeader header =
                new FrameHeader(MessageType.SCREEN_PICTURE, FrameHeader.LAST | FrameHeader.FULL, 7, 0, 9, 123);
        ByteBuffer bytes = sealer.seal(header, ByteBuffer.wrap(new byte[] {1, 2, 3}));
        assertThat(bytes.remaining()).isEqualTo(FrameHeader.BYTES + 3 + Limits.SEAL_BYTES);
        bytes.putShort(FrameHeader.PARTICIPANT_OFFSET, (short) 3);
        Frame opened = opener.open(parse(bytes));
        assertThat(opened.header()).isEqualTo(header.withParticipant(3));
        assertThat(opened.payload()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    }

    @Test
    void sealsPayloadsOfAnySize() {
        for (int size : new int[] {0, 1, 15, 16, 17, 65_000, Limits.FRAME_BYTES - FrameHeader.BYTES - 16}) {
            byte[] payload = new byte[size];
            java.util.Arrays.fill(payload, (byte) 7);
            ByteBuffer bytes = sealer.seal(header(size + 1), ByteBuffer.wrap(payload));
            assertThat(opener.open(parse(bytes)).payload()).isEqualTo(ByteBuffer.wrap(payload));
        }
    }

    @Test
    void refusesEveryChangedByte() {
        byte[] sealed = sealer.seal(header(1), ByteBuffer.wrap(new byte[20])).array();
        for (int at = 0; at < sealed.length; at++) {
            if (at == FrameHeader.PARTICIPANT_OFFSET || at == FrameHeader.PARTICIPANT_OFFSET + 1) {
                continue; // the relay's own
            }
            byte[] changed = sealed.clone();
            changed[at] ^= 4;
            assertThatThrownBy(() -> new FrameOpener(KEYS).open(parse(ByteBuffer.wrap(changed))))
                    .as("byte %d", at)
                    .isInstanceOf(FrameRefused.class);
        }
    }

    @Test
    void refusesReplaysReorderingsAndWhatIsNotSealed() {
        ByteBuffer first = sealer.seal(header(5), ByteBuffer.allocate(4));
        ByteBuffer second = sealer.seal(header(6), ByteBuffer.allocate(4));
        Frame again = parse(copy(second));
        opener.open(parse(second));
        refused(() -> opener.open(parse(first)));
        refused(() -> opener.open(again));
        refused(() -> opener.open(new Frame(header(7), ByteBuffer.allocate(20))));
        refused(() -> opener.open(new Frame(
                new FrameHeader(MessageType.CHAT_LINE, FrameHeader.SEALED, 0, 0, 7, 0), ByteBuffer.allocate(20))));
        for (int size : new int[] {0, 15, 16}) {
            refused(() -> opener.open(new Frame(
                    new FrameHeader(MessageType.CHAT_LINE, FrameHeader.SEALED, 0, 1, 8, 0),
                    ByteBuffer.allocate(size))));
        }
    }

    /** What is refused does not move the sequence on: else an attacker could make honest frames look late. */
    @Test
    void goesOnAfterARefusal() {
        ByteBuffer late = sealer.seal(header(100), ByteBuffer.allocate(4));
        late.put(late.limit() - 1, (byte) (late.get(late.limit() - 1) ^ 1));
        refused(() -> opener.open(parse(late)));
        assertThat(opener.open(parse(sealer.seal(header(2), ByteBuffer.allocate(4))))
                        .payload()
                        .remaining())
                .isEqualTo(4);
    }

    @Test
    void neverOpensTheOtherDirection() {
        FrameOpener other = new FrameOpener(new TrafficKeys(Direction.TECHNICIAN, KEY, Optional.of(KEY)));
        refused(() -> other.open(parse(sealer.seal(header(1), ByteBuffer.allocate(4)))));
    }

    /** Keys that are handed over for a recording open what it has, and nothing else that was said on the connection. */
    @Test
    void theKeysOfARecordingOpenOnlyWhatItHas() {
        FrameOpener player = new FrameOpener(TrafficKeys.ofRecording(Direction.APPLET, KEY));
        for (MessageType type : MessageType.values()) {
            ByteBuffer sealed = sealer.seal(FrameHeader.of(type, type.ordinal() + 1, 1), ByteBuffer.allocate(4));
            assertThat(opener.open(parse(copy(sealed))).header().type()).isEqualTo(type);
            if (type.isRecorded()) {
                player.open(parse(copy(sealed)));
            } else {
                refused(() -> player.open(parse(copy(sealed))));
            }
        }
        assertThat(MessageType.values())
                .filteredOn(MessageType::isRecorded)
                .doesNotContain(
                        MessageType.KEY_PRESS,
                        MessageType.TYPE_TEXT,
                        MessageType.CHAT_HISTORY,
                        MessageType.CLIPBOARD_PIECE,
                        MessageType.FILE_PIECE);
    }

    private static FrameHeader header(long sequence) {
        return FrameHeader.of(MessageType.CHAT_LINE, sequence, 1);
    }

    private static Frame parse(ByteBuffer bytes) {
        return Frame.parse(bytes, Limits.FRAME_BYTES);
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.wrap(bytes.array().clone());
    }

    private static void refused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        FrameRefused.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(Status.PROTOCOL_ERROR));
    }
}
