package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.CoderFacts;
import org.beistand.engine.protocol.picture.PackedWriter;
import org.beistand.engine.protocol.picture.PictureContent;
import org.beistand.engine.protocol.picture.Raster;
import org.beistand.engine.protocol.picture.VideoCoder;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.viewer.doubles.ViewerConnection;
import org.beistand.engine.wire.screen.PictureShown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A film on a real canvas, by the browser's own decoder; and frames that are none. */
class FilmIT extends InChromium {

    private static final String FEATURE = "screen.vp8";
    private static final int WIDTH = 80;
    private static final int HEIGHT = 64;
    private static final Area FILM = new Area(8, 10, 64, 48);
    private static final Area ALL = new Area(0, 0, WIDTH, HEIGHT);
    private static final String VECTORS = vectors();

    @Test
    void playsWithLossAndIsExactWhenItHasStopped() {
        Desktop desktop = workspace().welcomesWithCustomer("view");
        desktop.layout(WIDTH, HEIGHT);
        Matcher vector = Pattern.compile(
                        "\"picture\":(\\d).*\"tolerance\":(\\d+),\"hex\":\"(\\w+)\",\"pixels\":\"(\\w+)\"")
                .matcher(VECTORS);
        int pictures = 0;
        while (vector.find()) {
            pictures++;
            ByteBuffer payload = ByteBuffer.wrap(HexFormat.of().parseHex(vector.group(3)));
            int flags = FrameHeader.LAST | (pictures == 1 ? FrameHeader.FULL : 0);
            desktop.viewer().send(MessageType.SCREEN_PICTURE, flags, payload);
            assertThat(shown(desktop)).isEqualTo(Long.parseLong(vector.group(1)));
            int tolerance = Integer.parseInt(vector.group(2));
            assertThat(difference(HexFormat.of().parseHex(vector.group(4))))
                    .isBetween(tolerance == 0 ? 0 : 1, tolerance);
            shows("exact", tolerance == 0 ? "true" : "false");
        }
        assertThat(pictures).isEqualTo(5);
    }

    @Test
    void aViewerThatDecodesFilmsSaysSo() {
        workspace();
        assertThat(relay.next().awaitHello().getFeaturesList()).contains(FEATURE);
    }

    @Test
    void aBrowserWithoutVideosDoesNot() {
        page.addInitScript("delete globalThis.VideoDecoder");
        workspace();
        assertThat(relay.next().awaitHello().getFeaturesList())
                .contains("screen.zstd-stream")
                .doesNotContain(FEATURE);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("cut off", frame(0, bytes -> Arrays.copyOf(bytes, 60))),
                Arguments.of("without its beginning", frame(1, bytes -> bytes)),
                Arguments.of("huge", frame(0, bytes -> {
                    Arrays.fill(bytes, 6, 10, (byte) 0xFF);
                    return bytes;
                })),
                Arguments.of("shows nothing", frame(0, bytes -> {
                    bytes[0] &= (byte) ~0x10;
                    return bytes;
                })));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void whatNoDecoderShouldSeeEndsTheConnection(String name, byte[] frame) throws Exception {
        Desktop desktop = filming(frame);
        shows("situation", "ended");
        assertThat(desktop.viewer().awaitClose()).isEqualTo(Status.PROTOCOL_ERROR.webSocket());
    }

    /** All that the gate looks at is right, and all that the decoder reads is not. */
    @Test
    void whenTheDecoderFailsTheViewerComesBackWithoutFilms() {
        filming(frame(0, bytes -> {
            Arrays.fill(bytes, 10, bytes.length, (byte) 0);
            bytes[0] = (byte) 0x10; // a first part of no bytes
            bytes[1] = 0;
            bytes[2] = 0;
            return Arrays.copyOf(bytes, 11);
        }));
        ViewerConnection again = relay.next();
        assertThat(again.awaitHello().getFeaturesList()).contains("screen.jpeg").doesNotContain(FEATURE);
    }

    /** Whatever is changed in a film: refused in words, or given up, or something of its size is painted. */
    @Test
    void whateverIsChangedIsPaintedOrRefused() {
        Object answer =
                evaluate("""
                async ({ file, rounds }) => {
                  const { Film } = await import('/viewer/core/picture/film.js');
                  const { Surface } = await import('/viewer/core/picture/surface.js');
                  const head = JSON.parse(file);
                  const bytes = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
                  const frames = [0, 1, 2, 3].map((number) => bytes(head[`frame${number}`]));
                  const surface = new Surface(80, 60);
                  const area = { x: 8, y: 6, width: 64, height: 48 };
                  const before = surface.pixels.slice();
                  let state = 7;
                  const random = (limit) => ((state = (state * 1103515245 + 12345) & 0x7fffffff) >> 8) % limit;
                  const counts = { painted: 0, refused: 0, wrong: [] };
                  const film = new Film();
                  for (let round = 0; round < rounds; round++) {
                    const original = frames[random(4)];
                    const frame = original.slice();
                    for (let flips = random(3); flips > 0; flips--) frame[random(random(2) ? 12 : frame.length)] = random(256);
                    try {
                      await film.paint(frame, surface, area);
                      counts.painted++;
                    } catch (cause) {
                      counts.refused++;
                      if (!['PROTOCOL_ERROR', 'INTERNAL'].includes(cause.status?.name)) counts.wrong.push(String(cause));
                    }
                  }
                  const outside = (i) => i % 80 < 8 || i % 80 >= 72 || i < 6 * 80 || i >= 54 * 80;
                  if (surface.pixels.some((pixel, i) => outside(i) && pixel !== before[i])) counts.wrong.push('outside');
                  if (surface.pixels.some((pixel) => pixel >>> 24 !== 255)) counts.wrong.push('not opaque');
                  film.begin();
                  for (const frame of frames) await film.paint(frame.slice(), surface, area);
                  return `${counts.wrong} ${counts.painted > 0} ${counts.refused > 0}`;
                }""", java.util.Map.of("file", VECTORS, "rounds", Integer.getInteger("fuzz.films", 200)));
        assertThat(answer).isEqualTo(" true true");
    }

    /** Shows a picture, then this as a film's frame. */
    private Desktop filming(byte[] frame) {
        Desktop desktop = workspace().welcomesWithCustomer("view");
        desktop.layout(WIDTH, HEIGHT);
        try (PackedWriter writer = new PackedWriter(Optional.empty(), Optional.of(new Fixed(frame)))) {
            writer.begin();
            Raster screen = new Raster(new int[WIDTH * HEIGHT], WIDTH);
            PictureContent content =
                    new PictureContent(List.of(), List.of(ALL), List.of(), false, Optional.of(FILM), true);
            writer.write(
                    1,
                    screen,
                    content,
                    Long.MAX_VALUE,
                    (payload, first, last) -> desktop.viewer()
                            .send(
                                    MessageType.SCREEN_PICTURE,
                                    FrameHeader.FULL | FrameHeader.LAST,
                                    ByteBuffer.allocate(payload.remaining())
                                            .put(payload)
                                            .flip()));
        }
        return desktop;
    }

    private static long shown(Desktop desktop) {
        return desktop.viewer()
                .await(MessageType.PICTURE_SHOWN, PictureShown.parser())
                .getPicture();
    }

    private int difference(byte[] rgb) {
        int[] seen = canvasPixels();
        int most = 0;
        for (int index = 0; index < rgb.length; index++) {
            int is = seen[index / 3] >> 16 - 8 * (index % 3) & 0xFF;
            most = Math.max(most, Math.abs(is - (rgb[index] & 0xFF)));
        }
        return most;
    }

    private static byte[] frame(int number, UnaryOperator<byte[]> change) {
        Matcher matcher = Pattern.compile("\"frame" + number + "\": \"(\\w+)\"").matcher(VECTORS);
        assertThat(matcher.find()).isTrue();
        return change.apply(HexFormat.of().parseHex(matcher.group(1)));
    }

    private static String vectors() {
        try {
            return Files.readString(Path.of("../protocol/src/vectors/1/pictures-video.json"));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    /** Says this, whatever it is asked. */
    private record Fixed(byte[] frame) implements VideoCoder {
        @Override
        public CoderFacts facts() {
            return new CoderFacts("fixed", false, 0);
        }

        @Override
        public void begin() {}

        @Override
        public ByteBuffer encode(Raster screen, Area area, long mostBytes) {
            return ByteBuffer.wrap(frame);
        }

        @Override
        public void close() {}
    }
}
