package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.CoderFacts;
import org.beistand.engine.protocol.picture.Move;
import org.beistand.engine.protocol.picture.PackedWriter;
import org.beistand.engine.protocol.picture.PhotoCoder;
import org.beistand.engine.protocol.picture.PictureContent;
import org.beistand.engine.protocol.picture.Raster;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.wire.screen.PictureShown;
import org.junit.jupiter.api.Test;

/** Photographs with loss on a real canvas: in order with what is exact, copied, made exact; and damaged ones. */
class PhotoPictureIT extends InChromium {

    private static final int WIDTH = 333;
    private static final int HEIGHT = 257;
    private static final Area PHOTO = new Area(20, 16, 256, 192);

    /** JPEG of smooth content, decoded by anybody, is this near. */
    private static final int NEAR = 12;

    private final PackedWriter writer = new PackedWriter(Optional.of(new JavaJpeg()), Optional.empty());
    private long picture;

    @Test
    void comesWithLossAndIsExactAtLast() {
        Desktop desktop = viewing();
        int[] screen = smooth();
        Area above = new Area(0, 0, WIDTH, 16);
        send(desktop, true, screen, new PictureContent(List.of(), List.of(above), List.of(PHOTO), true));
        int[] seen = canvasPixels();
        assertThat(Arrays.copyOf(seen, 16 * WIDTH)).isEqualTo(Arrays.copyOf(screen, 16 * WIDTH));
        assertThat(difference(seen, screen, PHOTO)).isBetween(1, NEAR);
        shows("exact", "false");

        Move move = new Move(new Area(60, 60, 120, 100), 40, 30);
        move.apply(screen, WIDTH);
        send(desktop, false, screen, new PictureContent(List.of(move), List.of(), List.of(), true));
        assertThat(difference(canvasPixels(), screen, move.to())).isBetween(1, NEAR);
        shows("exact", "false");

        Area all = new Area(0, 0, WIDTH, HEIGHT);
        send(desktop, false, screen, PictureContent.exact(List.of(), List.of(all)));
        assertThat(canvasPixels()).isEqualTo(screen);
        shows("exact", "true");
    }

    @Test
    void lettersOverAPhotographOfTheSamePictureStayAbove() {
        Desktop desktop = viewing();
        int[] screen = smooth();
        send(desktop, true, screen, new PictureContent(List.of(), List.of(), List.of(PHOTO), true));
        Area word = new Area(60, 60, 50, 12);
        fill(screen, word, 0xFFFF0000);
        send(desktop, false, screen, new PictureContent(List.of(), List.of(word), List.of(), true));
        assertThat(difference(canvasPixels(), screen, word)).isZero();
    }

    @Test
    void browsersWithoutAnImageDecoderSeeTheSame() {
        byte[] jpeg = new JavaJpeg()
                .encode(new Raster(smooth(), WIDTH), new Area(0, 0, 64, 48))
                .array();
        Object worst = evaluate("""
                async (good) => {
                  const { paintPhoto } = await import('/viewer/core/picture/photo.js');
                  const { Surface } = await import('/viewer/core/picture/surface.js');
                  const area = { x: 8, y: 6, width: 64, height: 48 };
                  const paint = async () => {
                    const surface = new Surface(80, 60);
                    await paintPhoto(Uint8Array.from(atob(good), (c) => c.charCodeAt(0)), surface, area);
                    return new Uint8Array(surface.pixels.buffer);
                  };
                  const one = await paint();
                  delete globalThis.ImageDecoder;
                  const other = await paint();
                  return one.reduce((most, is, at) => Math.max(most, Math.abs(is - other[at])), 0);
                }""", Base64.getEncoder().encodeToString(jpeg));
        assertThat((Integer) worst).isLessThan(8);
    }

    @Test
    void halfTheSizeStandsWhereItWasAndItsMeansBetween() {
        Object grown = evaluate("""
                async (half) => {
                  const { grow } = await import('/viewer/core/picture/half-size.js');
                  const { Surface } = await import('/viewer/core/picture/surface.js');
                  const small = new Surface(2, 2);
                  small.pixels.set(half.map((grey) => (0xff000000 | (grey * 0x10101)) >>> 0));
                  const surface = new Surface(5, 4);
                  grow(small, surface, { x: 1, y: 1, width: 3, height: 3 });
                  return Array.from(surface.pixels, (pixel) => pixel.toString(16).slice(2, 4)).join(' ');
                }""", List.of(0x03, 0x64, 0x10, 0x30));
        assertThat(grown)
                .isEqualTo("00 00 00 00 00 00 03 33 64 00 00 09 29 4a 00 00 10 20 30 00"); // as Java's own does
    }

    @Test
    void aDamagedOneEndsTheConnection() throws Exception {
        Desktop desktop = viewing();
        byte[] jpeg = new JavaJpeg().encode(new Raster(smooth(), WIDTH), PHOTO).array();
        jpeg[jpeg.length - 1] = 0;
        try (PackedWriter damaging = new PackedWriter(Optional.of(new Fixed(jpeg)), Optional.empty())) {
            PictureContent photo = new PictureContent(List.of(), List.of(), List.of(PHOTO), true);
            damaging.write(
                    1,
                    new Raster(smooth(), WIDTH),
                    photo,
                    Long.MAX_VALUE,
                    (payload, first, last) -> desktop.viewer()
                            .send(MessageType.SCREEN_PICTURE, FrameHeader.FULL | FrameHeader.LAST, copy(payload)));
        }
        shows("situation", "ended");
        assertThat(desktop.viewer().awaitClose()).isEqualTo(Status.PROTOCOL_ERROR.webSocket());
    }

    /** Whatever is changed in a JPEG: the gate refuses it in words, or the decoder does, or something of its size is painted. */
    @Test
    void whateverIsChangedIsPaintedOrRefused() {
        byte[] jpeg = new JavaJpeg()
                .encode(new Raster(smooth(), WIDTH), new Area(0, 0, 64, 48))
                .array();
        Object answer =
                evaluate("""
                async ({ good, rounds }) => {
                  const { paintPhoto } = await import('/viewer/core/picture/photo.js');
                  const { Surface } = await import('/viewer/core/picture/surface.js');
                  const original = Uint8Array.from(atob(good), (c) => c.charCodeAt(0));
                  const surface = new Surface(80, 60);
                  const area = { x: 8, y: 6, width: 64, height: 48 };
                  const frame = surface.pixels.slice();
                  let state = 7;
                  const random = (limit) => ((state = (state * 1103515245 + 12345) & 0x7fffffff) >> 8) % limit;
                  const counts = { painted: 0, refused: 0, wrong: [] };
                  for (let round = 0; round < rounds; round++) {
                    const bytes = original.slice(0, random(6) ? original.length : random(original.length));
                    for (let flips = 1 + random(3); flips > 0; flips--) bytes[random(bytes.length)] = random(256);
                    try {
                      await paintPhoto(bytes, surface, area);
                      counts.painted++;
                    } catch (cause) {
                      counts.refused++;
                      if (cause.status?.name !== 'PROTOCOL_ERROR') counts.wrong.push(String(cause));
                    }
                  }
                  const outside = (i) => i % 80 < 8 || i % 80 >= 72 || i < 6 * 80 || i >= 54 * 80;
                  if (surface.pixels.some((pixel, i) => outside(i) && pixel !== frame[i])) counts.wrong.push('outside');
                  if (surface.pixels.some((pixel) => pixel >>> 24 !== 255)) counts.wrong.push('not opaque');
                  await paintPhoto(original.slice(), surface, area);
                  for (const [width, height] of [[65, 48], [64, 47], [16384, 16384]]) {
                    await paintPhoto(original.slice(), surface, { x: 0, y: 0, width, height })
                      .then(() => counts.wrong.push('size'), () => undefined);
                  }
                  return `${counts.wrong} ${counts.painted > 0} ${counts.refused > 0}`;
                }""", java.util.Map.of("good", Base64.getEncoder().encodeToString(jpeg), "rounds", 400));
        assertThat(answer).isEqualTo(" true true");
    }

    private Desktop viewing() {
        Desktop desktop = workspace().welcomesWithCustomer("view");
        desktop.layout(WIDTH, HEIGHT);
        return desktop;
    }

    private void send(Desktop desktop, boolean full, int[] screen, PictureContent content) {
        picture++;
        writer.write(picture, new Raster(screen, WIDTH), content, Long.MAX_VALUE, (payload, first, last) -> {
            int flags = (last ? FrameHeader.LAST : 0) | (first && full ? FrameHeader.FULL : 0);
            desktop.viewer().send(MessageType.SCREEN_PICTURE, flags, copy(payload));
        });
        assertThat(desktop.viewer()
                        .await(MessageType.PICTURE_SHOWN, PictureShown.parser())
                        .getPicture())
                .isEqualTo(picture);
    }

    private static ByteBuffer copy(ByteBuffer payload) {
        return ByteBuffer.allocate(payload.remaining()).put(payload).flip();
    }

    private static int[] smooth() {
        int[] screen = new int[WIDTH * HEIGHT];
        for (int index = 0; index < screen.length; index++) {
            int x = index % WIDTH;
            int y = index / WIDTH;
            int light = (int) (128 + 60 * Math.sin(x / 40.0) * Math.cos(y / 50.0));
            screen[index] = 0xFF000000 | light << 16 | (light + y / 5) << 8 | 255 - light;
        }
        return screen;
    }

    private static void fill(int[] screen, Area area, int color) {
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            Arrays.fill(screen, y * WIDTH + area.x(), y * WIDTH + area.x() + area.width(), color);
        }
    }

    private static int difference(int[] one, int[] other, Area area) {
        int most = 0;
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            for (int x = area.x(); x < area.x() + area.width(); x++) {
                for (int shift = 0; shift < 32; shift += 8) {
                    int a = one[y * WIDTH + x] >> shift & 0xFF;
                    most = Math.max(most, Math.abs(a - (other[y * WIDTH + x] >> shift & 0xFF)));
                }
            }
        }
        return most;
    }

    /** Says this, whatever it is asked. */
    private record Fixed(byte[] jpeg) implements PhotoCoder {
        @Override
        public CoderFacts facts() {
            return new CoderFacts("fixed", false, 0);
        }

        @Override
        public ByteBuffer encode(Raster screen, Area area) {
            return ByteBuffer.wrap(jpeg);
        }

        @Override
        public void close() {}
    }

    private static final class JavaJpeg implements PhotoCoder {
        @Override
        public CoderFacts facts() {
            return new CoderFacts("jpeg by Java", false, 10);
        }

        @Override
        public ByteBuffer encode(Raster screen, Area area) {
            BufferedImage image = new BufferedImage(area.width(), area.height(), BufferedImage.TYPE_INT_RGB);
            int offset = area.y() * screen.stride() + area.x();
            image.setRGB(0, 0, area.width(), area.height(), screen.pixels(), offset, screen.stride());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                ImageIO.write(image, "jpeg", bytes);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return ByteBuffer.wrap(bytes.toByteArray());
        }

        @Override
        public void close() {}
    }
}
