package org.beistand.engine.viewer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.PackedWriter;
import org.beistand.engine.protocol.picture.PictureEncoder;
import org.beistand.engine.protocol.picture.PictureWriter;
import org.beistand.engine.protocol.picture.Raster;
import org.junit.jupiter.api.Test;

/**
 * How long Chromium takes to decode pictures, deflated and packed, through the worker. Asked for by name:
 * {@code mvn -pl remote-engine/viewer -am verify -Dit.test=DecodingBench}; prints milliseconds, median of 30.
 */
class DecodingBench extends InChromium {

    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final String MEASURE = """
            async (payloads) => {
              const { workerDecoder } = await import('/viewer/core/picture/decoders.js');
              const { Display } = await import('/viewer/core/display.js');
              const display = new Display(document.createElement('canvas'));
              display.resize(1920, 1080);
              const raw = payloads.map((text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)));
              const decoder = workerDecoder();
              decoder.resize(1920, 1080);
              const list = [];
              const painting = [];
              for (let i = 0; i < 30; i++) {
                const jobs = raw.map((p, n) => ({ payload: p.slice(), full: n === 0, last: n === raw.length - 1 }));
                const start = performance.now();
                let patches = [];
                for (const job of jobs) ({ patches } = await decoder.decode(job));
                const decoded = performance.now();
                display.paint(patches);
                painting.push(performance.now() - decoded);
                list.push(decoded - start);
              }
              decoder.close();
              const middle = (l) => l.sort((a, b) => a - b)[15].toFixed(2);
              return `${middle(list)} (painting ${middle(painting)})`;
            }""";

    @Test
    void wholeScreens() {
        Area all = new Area(0, 0, WIDTH, HEIGHT);
        report("painted desktop", PaintedDesktop.pixels(WIDTH, HEIGHT), List.of(all));
        report("gradients and letters", Pixels.desktop(WIDTH, HEIGHT), List.of(all));
        report("noise", Pixels.noise(WIDTH, HEIGHT, 1), List.of(all));
    }

    @Test
    void smallChanges() {
        int[] pixels = Pixels.desktop(WIDTH, HEIGHT);
        report("one letter, 10x15", pixels, List.of(new Area(700, 500, 10, 15)));
        List<Area> hundred = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            hundred.add(new Area(400 + 15 * (i % 50), 300 + 40 * (i / 50), 12, 15));
        }
        report("100 areas of 12x15", pixels, hundred);
    }

    private void report(String what, int[] pixels, List<Area> areas) {
        try (PictureWriter deflating = new PictureWriter();
                PackedWriter packing = new PackedWriter()) {
            report(what + ", deflated", deflating, pixels, areas);
            report(what + ", packed", packing, pixels, areas);
        }
    }

    private void report(String what, PictureEncoder encoder, int[] pixels, List<Area> areas) {
        List<String> payloads = new ArrayList<>();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        encoder.write(1, new Raster(pixels, WIDTH), List.of(), areas, Long.MAX_VALUE, (payload, first, last) -> {
            ByteBuffer copy = ByteBuffer.allocate(payload.remaining()).put(payload);
            payloads.add(Base64.getEncoder().encodeToString(copy.array()));
            all.writeBytes(copy.array());
        });
        System.out.printf("%s: %,d bytes, ms: %s%n", what, all.size(), evaluate(MEASURE, payloads));
    }
}
