package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.viewer.doubles.ViewerConnection;
import org.beistand.engine.wire.screen.ScreenLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures and frames of somebody who means harm: refused with words, and the connection with them. */
class HostilePictureIT extends InChromium {

    private static final int SIDE = 256;
    private static final byte[] RED = {(byte) 0xFF, 0, 0};

    static Stream<Arguments> pictures() {
        byte[] qoi = deflated(qoiOf(16 * 16));
        return Stream.of(
                Arguments.of("no header", ByteBuffer.allocate(9)),
                Arguments.of("picture number 0", payload(0, 0)),
                Arguments.of("fewer rectangles than announced", payload(1, 3, rectangle(0, 0, 4, 4, 1, RED))),
                Arguments.of("bytes after the last", payload(1, 0, new byte[5])),
                Arguments.of("unknown coder", payload(1, 1, rectangle(0, 0, 4, 4, 77, RED))),
                Arguments.of("copy from outside", payload(1, 1, rectangle(0, 0, 4, 4, 3, new byte[] {0, (byte) 253, 0, 0
                }))),
                Arguments.of("copy without a source", payload(1, 1, rectangle(0, 0, 4, 4, 3, new byte[3]))),
                Arguments.of("QOI2 outside a stream", payload(1, 1, rectangle(0, 0, 4, 4, 4, RED))),
                Arguments.of("outside to the right", payload(1, 1, rectangle(250, 0, 7, 4, 1, RED))),
                Arguments.of("outside below", payload(1, 1, rectangle(0, 65535, 1, 65535, 1, RED))),
                Arguments.of("empty", payload(1, 1, rectangle(0, 0, 0, 4, 1, RED))),
                Arguments.of("length beyond the frame", payload(1, 1, overlong(0x7FFFFFFF))),
                Arguments.of("negative length", payload(1, 1, overlong(-1))),
                Arguments.of("colour of two bytes", payload(1, 1, rectangle(0, 0, 4, 4, 1, new byte[2]))),
                Arguments.of("not deflate", payload(1, 1, rectangle(0, 0, 16, 16, 2, new byte[] {7, 7, 7, 7}))),
                Arguments.of("deflate cut off", qoiPicture(Arrays.copyOf(qoi, qoi.length - 3))),
                Arguments.of("deflate with junk", qoiPicture(Arrays.copyOf(qoi, qoi.length + 3))),
                Arguments.of("too few pixels", qoiPicture(deflated(qoiOf(255)))),
                Arguments.of("too many pixels", qoiPicture(deflated(qoiOf(257)))),
                Arguments.of("run beyond the end", qoiPicture(deflated(runs(300)))),
                Arguments.of("colour never seen", qoiPicture(deflated(new byte[256]))),
                Arguments.of("not opaque", qoiPicture(deflated(new byte[] {(byte) 0xFF, 1, 2, 3, 4}))),
                Arguments.of("zip bomb", qoiPicture(deflated(new byte[40_000_000]))),
                Arguments.of("the screen many times", payload(1, 5, fullScreens(5))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void isRefusedInWordsAndEndsTheConnection(String name, ByteBuffer payload) throws Exception {
        Desktop desktop = viewing();
        desktop.viewer().send(MessageType.SCREEN_PICTURE, FrameHeader.FULL | FrameHeader.LAST, payload);
        assertRefused(desktop, Status.PROTOCOL_ERROR, "could not be understood");
        assertThat(page.locator("#screen").isVisible()).isFalse();
    }

    @Test
    void unpackingABombNeverTakesMoreThanALittle() {
        byte[] bomb = deflated(new byte[200_000_000]);
        Object answer = evaluate("""
                async (packed) => {
                  const { inflate } = await import('/viewer/core/picture/inflate.js');
                  const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
                  let unpacked = 0;
                  const real = ReadableStreamDefaultReader.prototype.read;
                  ReadableStreamDefaultReader.prototype.read = async function () {
                    const result = await real.call(this);
                    unpacked += result.value?.length ?? 0;
                    return result;
                  };
                  const refused = await inflate(bytes, 100_000).then(() => 'taken', (cause) => cause.message);
                  return `${refused} / ${unpacked < 1_000_000}`;
                }""", java.util.Base64.getEncoder().encodeToString(bomb));
        assertThat(answer).isEqualTo("PROTOCOL_ERROR: deflate of more than 100000 bytes / true");
    }

    static Stream<Arguments> frames() {
        return Stream.of(
                Arguments.of("empty", bytes(), Status.PROTOCOL_ERROR),
                Arguments.of("shorter than a header", bytes(1, 1, 2), Status.PROTOCOL_ERROR),
                Arguments.of("another version", header(9, 4, 1, 50), Status.PROTOCOL_ERROR),
                Arguments.of("an unknown channel", header(1, 200, 1, 50), Status.PROTOCOL_ERROR),
                Arguments.of("a message that is not sealed", header(1, 5, 3, 50), Status.PROTOCOL_ERROR),
                Arguments.of("sequence 0", header(1, 4, 1, 0), Status.PROTOCOL_ERROR),
                Arguments.of("sequence beyond 2^53", header(1, 4, 1, -1L), Status.PROTOCOL_ERROR),
                Arguments.of("sealed by nobody", header(1, 4, 1, 50).put(3, (byte) 1), Status.PROTOCOL_ERROR),
                Arguments.of("sealed for the relay", header(1, 0, 6, 50).put(3, (byte) 1), Status.PROTOCOL_ERROR),
                Arguments.of("a commitment again", header(1, 10, 1, 50), Status.PROTOCOL_ERROR),
                Arguments.of("a grant of keys again", header(1, 10, 3, 50), Status.PROTOCOL_ERROR),
                Arguments.of("keys refused", header(1, 10, 5, 50), Status.PROTOCOL_ERROR),
                Arguments.of("a second Welcome", header(1, 0, 2, 50), Status.PROTOCOL_ERROR));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void aFrameThatIsNoneEndsTheConnection(String name, ByteBuffer frame, Status status) throws Exception {
        Desktop desktop = viewing();
        desktop.viewer().sendBytes(frame);
        assertRefused(desktop, status, "could not be understood");
    }

    @Test
    void aReplayedFrameEndsTheConnection() throws Exception {
        Desktop desktop = viewing();
        ByteBuffer line = sealed(desktop, MessageType.CHAT_HISTORY, 500, new byte[0]);
        desktop.viewer().sendBytes(line.duplicate());
        desktop.viewer().sendBytes(line.duplicate());
        shows("situation", "reconnecting");
        assertThat(desktop.viewer().awaitClose()).isEqualTo(Status.PROTOCOL_ERROR.webSocket());
    }

    @Test
    void aChangedFrameEndsTheConnection() throws Exception {
        Desktop desktop = viewing();
        ByteBuffer line = sealed(desktop, MessageType.CHAT_HISTORY, 500, new byte[9]);
        desktop.viewer().sendBytes(line.put(30, (byte) (line.get(30) ^ 1)));
        assertRefused(desktop, Status.PROTOCOL_ERROR, "could not be understood");
    }

    @Test
    void aSealedMessageThatIsNoneEndsTheConnection() throws Exception {
        Desktop desktop = viewing();
        byte[] layout = ScreenLayout.newBuilder().setHeight(16_000).build().toByteArray();
        byte[] cutOff = Arrays.copyOf(layout, layout.length - 1);
        desktop.viewer().sendBytes(sealed(desktop, MessageType.SCREEN_LAYOUT, 60, cutOff));
        assertRefused(desktop, Status.PROTOCOL_ERROR, "could not be understood");
    }

    @Test
    void anAppletThatControlsEndsTheConnection() throws Exception {
        Desktop desktop = viewing();
        desktop.viewer().sendBytes(sealed(desktop, MessageType.POINTER_MOVE, 60, new byte[0]));
        assertRefused(desktop, Status.PROTOCOL_ERROR, "could not be understood");
    }

    private static ByteBuffer sealed(Desktop desktop, MessageType type, long sequence, byte[] payload) {
        FrameHeader header = FrameHeader.of(type, sequence, 1).withParticipant(Desktop.APPLET);
        return desktop.viewer().bytes(header, ByteBuffer.wrap(payload));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void aScreenBeyondTheLimitsIsRefusedBeforeAnythingIsAllocated(int width, int height) throws Exception {
        Desktop desktop = viewing();
        desktop.layout(width, height);
        assertRefused(desktop, Status.TOO_LARGE, "more than is allowed");
        assertThat((int) page.evaluate("() => document.getElementById('screen').width"))
                .isEqualTo(SIDE);
    }

    static Stream<Arguments> screens() {
        return Stream.of(Arguments.of(16_385, 1), Arguments.of(16_384, 16_384), Arguments.of(-1, 1));
    }

    @Test
    void aPictureBeforeALayoutEndsTheConnection() throws Exception {
        Desktop desktop = workspace().welcomesWithCustomer("view");
        desktop.viewer().send(MessageType.SCREEN_PICTURE, FrameHeader.FULL, payload(1, 0));
        assertRefused(desktop, Status.PROTOCOL_ERROR, "could not be understood");
    }

    @Test
    void aSenderThatIgnoresThePaceMeetsALimit() throws Exception {
        Desktop desktop = viewing();
        byte[] noise = new byte[900_000];
        Consumer<ViewerConnection> flood = viewer -> {
            for (int i = 0; i < 20; i++) {
                viewer.send(MessageType.SCREEN_PICTURE, 0, payload(1, 1, rectangle(0, 0, 256, 256, 2, noise)));
            }
        };
        try {
            flood.accept(desktop.viewer());
        } catch (java.util.concurrent.CompletionException closedMeanwhile) {
            assertThat(closedMeanwhile).hasMessageContaining("Closed");
        }
        shows("situation", "ended");
    }

    private Desktop viewing() {
        Desktop desktop = workspace().welcomesWithCustomer("view");
        desktop.layout(SIDE, SIDE);
        desktop.picture(1, Pixels.filled(SIDE, SIDE, 0xFF336699), SIDE);
        shows("exact", "true");
        return desktop;
    }

    private void assertRefused(Desktop desktop, Status status, String words) throws Exception {
        shows("situation", "ended");
        assertThat(page.locator(".beistand-card").textContent()).contains(words);
        int code = status.webSocket() < 3000 ? Status.PROTOCOL_ERROR.webSocket() : status.webSocket();
        assertThat(desktop.viewer().awaitClose()).isEqualTo(code);
    }

    private static ByteBuffer qoiPicture(byte[] packed) {
        return payload(1, 1, rectangle(0, 0, 16, 16, 2, packed));
    }

    private static ByteBuffer payload(long number, int count, byte[]... rectangles) {
        int length = Arrays.stream(rectangles).mapToInt(r -> r.length).sum();
        ByteBuffer payload = ByteBuffer.allocate(10 + length).putLong(number).putShort((short) count);
        Arrays.stream(rectangles).forEach(payload::put);
        return payload.flip();
    }

    private static byte[] rectangle(int x, int y, int width, int height, int coder, byte[] content) {
        return ByteBuffer.allocate(13 + content.length)
                .putShort((short) x)
                .putShort((short) y)
                .putShort((short) width)
                .putShort((short) height)
                .put((byte) coder)
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] overlong(int length) {
        byte[] rectangle = rectangle(0, 0, 4, 4, 1, RED);
        ByteBuffer.wrap(rectangle).putInt(9, length);
        return rectangle;
    }

    private static byte[][] fullScreens(int count) {
        byte[][] rectangles = new byte[count][];
        Arrays.fill(rectangles, rectangle(0, 0, SIDE, SIDE, 1, RED));
        return rectangles;
    }

    /** This many pixels, each its own QOI_OP_RGB. */
    private static byte[] qoiOf(int pixels) {
        ByteBuffer chunks = ByteBuffer.allocate(4 * pixels);
        for (int i = 0; i < pixels; i++) {
            chunks.put((byte) 0xFE).put((byte) (i * 91)).put((byte) (i * 57)).put((byte) (i * 33));
        }
        return chunks.array();
    }

    private static byte[] runs(int chunks) {
        byte[] runs = new byte[chunks];
        Arrays.fill(runs, (byte) 0xC9);
        return runs;
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(6, true);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] packed = new byte[bytes.length + 100];
        byte[] exact = Arrays.copyOf(packed, deflater.deflate(packed));
        System.arraycopy(packed, 0, exact, 0, exact.length);
        deflater.end();
        return exact;
    }

    private static ByteBuffer bytes(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length);
        Arrays.stream(values).forEach(value -> buffer.put((byte) value));
        return buffer.flip();
    }

    private static ByteBuffer header(int version, int channel, int type, long sequence) {
        return ByteBuffer.allocate(24)
                .put((byte) version)
                .put((byte) channel)
                .put((byte) type)
                .put((byte) 0)
                .putShort((short) Desktop.APPLET)
                .putShort((short) 0)
                .putLong(sequence)
                .putLong(1)
                .flip();
    }
}
