package org.beistand.engine.protocol.vectors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Move;
import org.beistand.engine.protocol.picture.PackedWriter;
import org.beistand.engine.protocol.picture.Raster;

/** Writes one viewer's stream: every chunk of QOI2, copies in all directions, a second beginning, a quiet picture. */
final class PackedVectors {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;
    private static final Area ALL = new Area(0, 0, WIDTH, HEIGHT);

    private final List<Map<String, Object>> vectors = new ArrayList<>();
    private final PackedWriter writer = new PackedWriter();
    private final int[] screen = new int[WIDTH * HEIGHT];
    private boolean full = true;
    private boolean quiet;
    private long picture;

    private PackedVectors() {}

    static void write() throws IOException {
        PackedVectors stream = new PackedVectors();
        stream.say();
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("width", WIDTH);
        head.put("height", HEIGHT);
        VectorFile.named("pictures-packed.json").write(head, stream.vectors);
        stream.writer.close();
    }

    private void say() {
        SplittableRandom random = new SplittableRandom(7);
        for (int index = 0; index < screen.length; index++) {
            int y = index / WIDTH;
            int grey = index * 3 + y;
            screen[index] =
                    y < 8 ? 0xF0F0F0 : y < 14 ? random.nextInt() & 0x030303 | 0x808080 : grey * 0x010204 & 0xFFFFFF;
            if (y >= 22) {
                screen[index] = y % 3 == 0 ? random.nextInt() & 0xFFFFFF : screen[index - WIDTH];
            }
        }
        picture(List.of(), List.of(ALL));
        screen[17 * WIDTH + 5] = 0x123456;
        picture(List.of(), List.of(new Area(5, 17, 1, 1), new Area(3, 16, 4, 3)));
        move(new Move(new Area(0, 0, WIDTH, 20), 0, 10));
        move(new Move(new Area(0, 9, WIDTH, 21), 0, 0));
        move(new Move(new Area(10, 5, 20, 20), 7, 5));
        move(new Move(new Area(2, 3, 20, 20), 7, 8));
        full = true;
        writer.begin();
        picture(List.of(), List.of(ALL));
        quiet = true;
        screen[29 * WIDTH] = 0x654321;
        picture(List.of(), List.of(new Area(0, 29, 1, 1)));
    }

    private void move(Move move) {
        move.apply(screen, WIDTH);
        screen[0] += 1;
        picture(List.of(move), List.of(new Area(0, 0, 1, 1)));
    }

    private void picture(List<Move> moves, List<Area> areas) {
        picture++;
        writer.write(picture, new Raster(screen, WIDTH), moves, areas, Long.MAX_VALUE, (payload, first, last) -> {
            if (quiet) {
                PackedWriter.quieten(payload);
            }
            byte[] bytes = new byte[payload.remaining()];
            payload.get(bytes);
            Map<String, Object> vector = new LinkedHashMap<>();
            vector.put("picture", picture);
            vector.put("full", full && first);
            vector.put("quiet", quiet);
            vector.put("hex", HexFormat.of().formatHex(bytes));
            vector.put("pixels", VectorWriter.rgb(screen));
            vectors.add(vector);
            full = false;
        });
    }
}
