package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Move;
import org.beistand.engine.protocol.picture.PackedWriter;
import org.beistand.engine.protocol.picture.PictureEncoder;
import org.beistand.engine.protocol.picture.PictureWriter;
import org.beistand.engine.protocol.picture.Raster;
import org.junit.jupiter.api.Test;

/**
 * Good pictures, photographs and films among them, with some bytes changed or missing, again and again: each is painted or
 * refused in words, and the next good one is painted whole. {@code -Dfuzz.pictures=100000 -Dfuzz.seed=7} makes more of it.
 */
class DamagedPictureIT extends InChromium {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;

    private static final String DAMAGE = """
            async ({ payloads, exact, width, height, rounds, seed }) => {
              const { workerDecoder } = await import('/viewer/core/picture/decoders.js');
              const decoder = workerDecoder();
              decoder.resize(width, height);
              const good = payloads.map((text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)));
              let state = seed >>> 0 || 1;
              const random = (limit) => {
                state ^= state << 13; state >>>= 0;
                state ^= state >>> 17;
                state ^= state << 5; state >>>= 0;
                return state % limit;
              };
              const wrong = [];
              let refused = 0;
              for (let round = 0; round < rounds && wrong.length < 5; round++) {
                const original = good[random(good.length)];
                const length = random(5) === 0 ? random(original.length) : original.length;
                const payload = original.slice(0, length);
                for (let changes = 1 + random(4); changes > 0 && length > 0; changes--) payload[random(length)] = random(256);
                try {
                  const { patches } = await decoder.decode({ payload, full: true, last: true });
                  const inside = (p) => p.x + p.width <= width && p.y + p.height <= height
                    && p.pixels.byteLength === p.width * p.height * 4;
                  if (!patches.every(inside)) wrong.push(`round ${round}: patches outside`);
                } catch (cause) {
                  refused++;
                  const film = `${cause}`.includes('the film cannot be decoded');
                  if (!film && !['PROTOCOL_ERROR', 'TOO_LARGE'].includes(cause.status?.name)) wrong.push(`round ${round}: ${cause}`);
                }
              }
              for (const [index, payload] of good.entries()) {
                const { number, complete } = await decoder.decode({ payload: payload.slice(), full: true, last: true });
                if (number !== 1 || complete !== index < exact) wrong.push('a good one after all that');
              }
              decoder.close();
              return { wrong, refused };
            }""";

    @Test
    void isPaintedOrRefusedAndNothingElse() throws IOException {
        List<String> payloads = new ArrayList<>();
        for (int[] screen : List.of(Pixels.desktop(WIDTH, HEIGHT), Pixels.noise(WIDTH, HEIGHT, 3))) {
            try (PictureWriter deflating = new PictureWriter();
                    PackedWriter packing = new PackedWriter()) {
                payloads.add(payload(deflating, screen));
                payloads.add(payload(packing, screen));
            }
        }
        int exact = payloads.size();
        payloads.add(firstOf("pictures-photo.json"));
        payloads.add(firstOf("pictures-half-photo.json"));
        payloads.add(firstOf("pictures-video.json"));
        Object answer = evaluate(
                DAMAGE,
                java.util.Map.of(
                        "payloads", payloads,
                        "exact", exact,
                        "width", WIDTH,
                        "height", HEIGHT,
                        "rounds", Integer.getInteger("fuzz.pictures", 2_000),
                        "seed", Integer.getInteger("fuzz.seed", 1)));
        assertThat(answer).asString().startsWith("{wrong=[], refused=").doesNotEndWith("refused=0}");
    }

    private static final String ENDLESS = """
            async ({ payload, width, height }) => {
              const { workerDecoder } = await import('/viewer/core/picture/decoders.js');
              const decoder = workerDecoder();
              decoder.resize(width, height);
              const bytes = Uint8Array.from(atob(payload), (c) => c.charCodeAt(0));
              let pixels = 0;
              let painted = 0;
              for (let frame = 1; frame <= 12; frame++) {
                const job = { payload: bytes.slice(), full: frame === 1, last: frame === 12 };
                const { patches } = await decoder.decode(job);
                for (const patch of patches) pixels += patch.pixels.byteLength / 4;
                if (job.last) painted = patches.length;
              }
              decoder.close();
              return { screens: pixels / (width * height), painted: painted > 0 };
            }""";

    @Test
    void takesTheRoomOfTwoScreensHoweverManyFramesAPictureHas() {
        try (PictureWriter deflating = new PictureWriter()) {
            Object answer = evaluate(
                    ENDLESS,
                    java.util.Map.of(
                            "payload",
                            payload(deflating, Pixels.desktop(WIDTH, HEIGHT)),
                            "width",
                            WIDTH,
                            "height",
                            HEIGHT));
            assertThat(answer).hasToString("{screens=2, painted=true}");
        }
    }

    /** The first golden picture of that kind: a whole one, smaller than the screen. */
    private static String firstOf(String vectors) throws IOException {
        Matcher vector = Pattern.compile("\"hex\":\"(\\w+)\"")
                .matcher(Files.readString(Path.of("../protocol/src/vectors/1", vectors)));
        assertThat(vector.find()).isTrue();
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(vector.group(1)));
    }

    private static String payload(PictureEncoder encoder, int[] screen) {
        List<String> payloads = new ArrayList<>();
        List<Move> moves = List.of(new Move(new Area(20, 20, 60, 40), 25, 22));
        List<Area> areas = List.of(new Area(0, 0, WIDTH, HEIGHT), new Area(3, 3, 9, 9));
        encoder.write(1, new Raster(screen, WIDTH), moves, areas, Long.MAX_VALUE, (payload, first, last) -> {
            ByteBuffer copy = ByteBuffer.allocate(payload.remaining()).put(payload);
            payloads.add(Base64.getEncoder().encodeToString(copy.array()));
        });
        return payloads.getFirst();
    }
}
