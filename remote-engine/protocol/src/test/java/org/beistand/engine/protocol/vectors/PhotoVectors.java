package org.beistand.engine.protocol.vectors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.JavaPhotos;
import org.beistand.engine.protocol.picture.Move;
import org.beistand.engine.protocol.picture.PackedWriter;
import org.beistand.engine.protocol.picture.PictureContent;
import org.beistand.engine.protocol.picture.Raster;

/** Writes one viewer's stream with a photograph: with loss beside exact pixels, copied elsewhere, and made exact at last. */
final class PhotoVectors {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;
    private static final Area ALL = new Area(0, 0, WIDTH, HEIGHT);

    /** Decoders round differently; the last picture must be exact all the same. */
    private static final int TOLERANCE = 40;

    private final List<Map<String, Object>> vectors = new ArrayList<>();
    private final int[] screen = JavaPhotos.photograph(WIDTH, HEIGHT, 11);
    private long picture;

    static void write() throws IOException {
        Area beside = new Area(80, 0, 16, HEIGHT);
        write("pictures-photo.json", new Area(0, 0, 80, HEIGHT), false, beside);
        write(
                "pictures-half-photo.json",
                new Area(2, 3, 77, 61),
                true,
                new Area(0, 0, WIDTH, 3),
                new Area(0, 3, 2, 61),
                new Area(79, 3, 17, 61));
    }

    /** @param exact painted first */
    private static void write(String file, Area photo, boolean half, Area... exact) throws IOException {
        PhotoVectors stream = new PhotoVectors();
        try (PackedWriter writer = new PackedWriter(Optional.of(new JavaPhotos()), Optional.empty())) {
            List<Area> before = List.of(exact);
            stream.picture(writer, new PictureContent(List.of(), before, List.of(photo), half, Optional.empty(), true));
            Move move = new Move(new Area(30, 10, 60, 40), 5, 3);
            move.apply(stream.screen, WIDTH);
            stream.picture(writer, new PictureContent(List.of(move), List.of(), List.of(), true));
            stream.picture(writer, PictureContent.exact(List.of(), List.of(ALL)));
        }
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("width", WIDTH);
        head.put("height", HEIGHT);
        VectorFile.named(file).write(head, stream.vectors);
    }

    private void picture(PackedWriter writer, PictureContent content) {
        picture++;
        writer.write(picture, new Raster(screen, WIDTH), content, Long.MAX_VALUE, (payload, first, last) -> {
            byte[] bytes = new byte[payload.remaining()];
            payload.get(bytes);
            Map<String, Object> vector = new LinkedHashMap<>();
            vector.put("picture", picture);
            vector.put("full", picture == 1 && first);
            vector.put("complete", !content.lacks());
            vector.put("tolerance", content.lacks() ? TOLERANCE : 0);
            vector.put("hex", HexFormat.of().formatHex(bytes));
            vector.put("pixels", VectorWriter.rgb(screen));
            vectors.add(vector);
        });
    }
}
