package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Move;
import org.beistand.engine.protocol.picture.PackedWriter;
import org.beistand.engine.protocol.picture.Raster;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.wire.screen.PictureShown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Packed pictures on a real canvas, and those of somebody who means harm. */
class PackedPictureIT extends InChromium {

    private static final int WIDTH = 333;
    private static final int HEIGHT = 257;
    private static final Area ALL = new Area(0, 0, WIDTH, HEIGHT);

    private final PackedWriter writer = new PackedWriter();
    private long picture;
    private boolean quiet;

    @Test
    void showsChangesAndCopiesExactly() {
        Desktop desktop = viewing();
        int[] screen = Pixels.desktop(WIDTH, HEIGHT);
        show(desktop, true, screen, List.of(), List.of(ALL));
        assertThat(canvasPixels()).isEqualTo(screen);
        SplittableRandom random = new SplittableRandom(11);
        for (int step = 0; step < 8; step++) {
            Move move = new Move(new Area(20 + step, 30, 200, 150), random.nextInt(2, 19), random.nextInt(80));
            move.apply(screen, WIDTH);
            int at = random.nextInt(screen.length);
            screen[at] = 0xFF000000 | random.nextInt();
            show(desktop, false, screen, List.of(move), List.of(new Area(at % WIDTH, at / WIDTH, 1, 1)));
            assertThat(canvasPixels()).as("step %d", step).isEqualTo(screen);
        }
        shows("exact", "true");
    }

    @Test
    void showsAQuietPictureWithoutAWord() {
        Desktop desktop = viewing();
        int[] screen = Pixels.desktop(WIDTH, HEIGHT);
        show(desktop, true, screen, List.of(), List.of(ALL));
        screen[0] ^= 0x123456;
        quiet = true;
        write(desktop, false, screen, List.of(), List.of(new Area(0, 0, 1, 1)), Long.MAX_VALUE);
        quiet = false;
        screen[1] ^= 0x123456;
        show(desktop, false, screen, List.of(), List.of(new Area(1, 0, 1, 1)));
        assertThat(canvasPixels()).isEqualTo(screen);
    }

    @Test
    void beginsAfreshInTheMiddle() {
        Desktop desktop = viewing();
        for (int round = 0; round < 3; round++) {
            int[] noise = Pixels.noise(WIDTH, HEIGHT, round);
            writer.begin();
            show(desktop, true, noise, List.of(), List.of(ALL));
            assertThat(canvasPixels()).isEqualTo(noise);
        }
    }

    @Test
    void isNotExactWhileAPictureLacksParts() {
        Desktop desktop = viewing();
        int[] noise = Pixels.noise(WIDTH, HEIGHT, 1);
        List<Area> left = write(desktop, true, noise, List.of(), List.of(ALL), 10_000);
        assertThat(left).isNotEmpty();
        awaitShown(desktop);
        shows("exact", "false");
        assertThat(write(desktop, false, noise, List.of(), left, Long.MAX_VALUE))
                .isEmpty();
        awaitShown(desktop);
        shows("exact", "true");
        assertThat(canvasPixels()).isEqualTo(noise);
    }

    static Stream<Arguments> pieces() {
        byte[] solid = {1, 0, 0, 4, 4, 1, 2, 3};
        return Stream.of(
                Arguments.of("no zstd", new byte[] {1, 2, 3, 4, 5, 6, 7, 8}),
                Arguments.of("shorter than a header", new byte[] {1, 2, 3}),
                Arguments.of("a window of 16 MiB", packed(solid, 24)),
                Arguments.of("a stream that ends", Zstd.compress(new byte[100])),
                Arguments.of("a bomb", packed(new byte[2_000_000], 20)),
                Arguments.of("a damaged block", damaged(packed(Pixels.bytes(3_000), 20))),
                Arguments.of("an unknown coder", packed(new byte[] {77, 0, 0, 4, 4}, 20)),
                Arguments.of("outside", packed(new byte[] {1, 127, 127, 4, (byte) 0x80, 8, 1, 2, 3}, 20)),
                Arguments.of("an empty rectangle", packed(new byte[] {1, 0, 0, 0, 4, 1, 2, 3}, 20)),
                Arguments.of("a number without end", packed(new byte[] {1, -1, -1, -1, -1, -1, -1}, 20)),
                Arguments.of("cut within a rectangle", packed(new byte[] {1, 0, 0, 4, 4, 1}, 20)),
                Arguments.of("a copy from outside", packed(new byte[] {3, 0, 0, 100, 100, -1, 3, 0}, 20)),
                Arguments.of("chunks that stop", packed(new byte[] {4, 0, 0, 4, 4, 0, 0}, 20)),
                Arguments.of("above the first row", packed(new byte[] {4, 0, 0, 4, 4, (byte) 0xE3}, 20)),
                Arguments.of("a run beyond the end", packed(new byte[] {4, 0, 0, 4, 4, (byte) 0xDD}, 20)),
                Arguments.of("the byte that nobody sends", packed(new byte[] {4, 0, 0, 1, 1, -1, 0, 0, 0}, 20)),
                Arguments.of("the screen many times", packed(covers(5), 20)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pieces")
    void aPieceThatIsNoneEndsTheConnection(String name, byte[] piece) throws Exception {
        Desktop desktop = viewing();
        ByteBuffer payload = ByteBuffer.allocate(10 + piece.length).putLong(1).putShort((short) 65_535);
        int flags = FrameHeader.FULL | FrameHeader.LAST;
        desktop.viewer()
                .send(MessageType.SCREEN_PICTURE, flags, payload.put(piece).flip());
        shows("situation", "ended");
        assertThat(page.locator(".beistand-card").textContent()).contains("could not be understood");
        assertThat(desktop.viewer().awaitClose()).isEqualTo(Status.PROTOCOL_ERROR.webSocket());
    }

    private Desktop viewing() {
        Desktop desktop = workspace().welcomesWithCustomer("view");
        desktop.layout(WIDTH, HEIGHT);
        return desktop;
    }

    private void show(Desktop desktop, boolean full, int[] screen, List<Move> moves, List<Area> areas) {
        assertThat(write(desktop, full, screen, moves, areas, Long.MAX_VALUE)).isEmpty();
        awaitShown(desktop);
    }

    private List<Area> write(
            Desktop desktop, boolean full, int[] screen, List<Move> moves, List<Area> areas, long mostBytes) {
        picture++;
        return writer.write(picture, new Raster(screen, WIDTH), moves, areas, mostBytes, (payload, first, last) -> {
            if (quiet) {
                PackedWriter.quieten(payload);
            }
            int flags = (last ? FrameHeader.LAST : 0) | (first && full ? FrameHeader.FULL : 0);
            ByteBuffer copy =
                    ByteBuffer.allocate(payload.remaining()).put(payload).flip();
            desktop.viewer().send(MessageType.SCREEN_PICTURE, flags, copy);
        });
    }

    private void awaitShown(Desktop desktop) {
        assertThat(desktop.viewer()
                        .await(MessageType.PICTURE_SHOWN, PictureShown.parser())
                        .getPicture())
                .isEqualTo(picture);
    }

    /** A first piece as the applet makes it, with this window. */
    private static byte[] packed(byte[] content, int windowLog) {
        try (ZstdCompressCtx stream = new ZstdCompressCtx()) {
            stream.setLevel(1).setWindowLog(windowLog).setContentSize(false).setChecksum(false);
            ByteBuffer in =
                    ByteBuffer.allocateDirect(content.length).put(content).flip();
            ByteBuffer out = ByteBuffer.allocateDirect(content.length + 1_000);
            stream.compressDirectByteBufferStream(out, in, com.github.luben.zstd.EndDirective.FLUSH);
            byte[] piece = new byte[out.flip().remaining()];
            out.get(piece);
            return piece;
        }
    }

    private static byte[] damaged(byte[] piece) {
        for (int at = 12; at < piece.length; at += 7) {
            piece[at] ^= 0x55;
        }
        return piece;
    }

    private static byte[] covers(int count) {
        List<Byte> all = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            for (int value : new int[] {1, 0, 0, 0xCD, 2, 0x81, 2, 9, 9, 9}) {
                all.add((byte) value);
            }
        }
        byte[] bytes = new byte[all.size()];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = all.get(index);
        }
        return bytes;
    }
}
