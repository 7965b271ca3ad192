package org.beistand.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.beistand.engine.wire.control.Ping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FrameTest {

    private static final String GOOD = "01 01 02 06 0003 0000 0000000000000007 0006000000000001 cafe".replace(" ", "");

    @Test
    void isTheBytesOfTheProtocolPage() {
        FrameHeader header = new FrameHeader(
                MessageType.SCREEN_PICTURE, FrameHeader.LAST | FrameHeader.FULL, 3, 0, 7, 0x0006000000000001L);
        Frame frame = new Frame(header, ByteBuffer.wrap(HexFormat.of().parseHex("cafe")));
        assertThat(HexFormat.of().formatHex(frame.toBytes().array())).isEqualTo(GOOD);
        assertThat(Frame.parse(bytes(GOOD), Limits.FRAME_BYTES)).isEqualTo(frame);
    }

    static Stream<Arguments> whatIsRefused() {
        return Stream.of(
                Arguments.of("empty", "", Status.PROTOCOL_ERROR),
                Arguments.of("short", GOOD.substring(0, 46), Status.PROTOCOL_ERROR),
                Arguments.of("version 0", "00" + GOOD.substring(2), Status.VERSION_UNSUPPORTED),
                Arguments.of("version 2", "02" + GOOD.substring(2), Status.VERSION_UNSUPPORTED),
                Arguments.of("channel 11", "010b" + GOOD.substring(4), Status.PROTOCOL_ERROR),
                Arguments.of("channel 255", "01ff" + GOOD.substring(4), Status.PROTOCOL_ERROR),
                Arguments.of("type 0", "010100" + GOOD.substring(6), Status.PROTOCOL_ERROR),
                Arguments.of("type 255", "0101ff" + GOOD.substring(6), Status.PROTOCOL_ERROR),
                Arguments.of("reserved channel", "010801" + GOOD.substring(6), Status.PROTOCOL_ERROR),
                Arguments.of("flag 8", "01010208" + GOOD.substring(8), Status.PROTOCOL_ERROR),
                Arguments.of("sequence 0", GOOD.replace("0000000000000007", "0000000000000000"), Status.PROTOCOL_ERROR),
                Arguments.of(
                        "sequence < 0", GOOD.replace("0000000000000007", "ffffffffffffffff"), Status.PROTOCOL_ERROR),
                Arguments.of(
                        "sequence 2^53", GOOD.replace("0000000000000007", "0020000000000000"), Status.PROTOCOL_ERROR),
                Arguments.of("time < 0", GOOD.replace("0006000000000001", "8006000000000001"), Status.PROTOCOL_ERROR));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatIsRefused")
    void refusesWith(String what, String hex, Status status) {
        assertThatThrownBy(() -> Frame.parse(bytes(hex), Limits.FRAME_BYTES))
                .as(what)
                .isInstanceOfSatisfying(
                        FrameRefused.class,
                        refused -> assertThat(refused.status()).isEqualTo(status));
    }

    @Test
    void refusesMoreThanTheLimit() {
        assertThatThrownBy(() -> Frame.parse(bytes(GOOD), 25))
                .isInstanceOfSatisfying(
                        FrameRefused.class,
                        refused -> assertThat(refused.status()).isEqualTo(Status.TOO_LARGE));
    }

    @Test
    void refusesALongControlPayload() {
        ByteBuffer hello = ByteBuffer.allocate(FrameHeader.BYTES + Limits.CONTROL_PAYLOAD_BYTES + 1);
        FrameHeader.of(MessageType.HELLO, 1, 0).write(hello);
        assertThatThrownBy(() -> Frame.parse(hello.clear(), Limits.FRAME_BYTES))
                .isInstanceOfSatisfying(
                        FrameRefused.class,
                        refused -> assertThat(refused.status()).isEqualTo(Status.TOO_LARGE));
    }

    @Test
    void carriesAMessage() throws Exception {
        Ping ping = Ping.newBuilder().setNonce(42).build();
        ByteBuffer bytes =
                Frame.of(FrameHeader.of(MessageType.PING, 1, 5), ping).toBytes();
        assertThat(Ping.parseFrom(Frame.parse(bytes, Limits.FRAME_BYTES).payload()))
                .isEqualTo(ping);
    }

    @Test
    void leavesTheParsedBufferAsItWas() {
        ByteBuffer bytes = bytes(GOOD);
        Frame.parse(bytes, Limits.FRAME_BYTES);
        assertThat(bytes.position()).isZero();
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }
}
