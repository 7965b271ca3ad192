package org.beistand.engine.protocol.vectors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.PackedWriter;
import org.beistand.engine.protocol.picture.PictureContent;
import org.beistand.engine.protocol.picture.Raster;
import org.beistand.engine.protocol.picture.TestFilm;

/** Writes one viewer's stream with a film on it that is made exact when it has stopped. */
final class VideoVectors {

    private static final int WIDTH = 80;
    private static final int HEIGHT = 64;
    private static final Area FILM = new Area(8, 10, TestFilm.WIDTH, TestFilm.HEIGHT);

    private final List<Map<String, Object>> vectors = new ArrayList<>();
    private final int[] screen = new int[WIDTH * HEIGHT];
    private long picture;

    static void write() throws IOException {
        VideoVectors stream = new VideoVectors();
        try (PackedWriter writer = new PackedWriter(Optional.empty(), Optional.of(new TestFilm()))) {
            Area all = new Area(0, 0, WIDTH, HEIGHT);
            for (int frame = 0; frame < TestFilm.frames(); frame++) {
                stream.show(TestFilm.pixels(frame));
                List<Area> exact = frame == 0 ? List.of(all) : List.of();
                stream.picture(writer, new PictureContent(List.of(), exact, List.of(), false, Optional.of(FILM), true));
            }
            stream.picture(writer, PictureContent.exact(List.of(), List.of(FILM)));
        }
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("width", WIDTH);
        head.put("height", HEIGHT);
        for (int frame = 0; frame < TestFilm.frames(); frame++) {
            head.put("frame" + frame, HexFormat.of().formatHex(TestFilm.frame(frame)));
        }
        VectorFile.named("pictures-video.json").write(head, stream.vectors);
    }

    private void show(int[] film) {
        for (int row = 0; row < FILM.height(); row++) {
            System.arraycopy(film, row * FILM.width(), screen, (FILM.y() + row) * WIDTH + FILM.x(), FILM.width());
        }
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
            vector.put("tolerance", content.lacks() ? TestFilm.TOLERANCE : 0);
            vector.put("hex", HexFormat.of().formatHex(bytes));
            vector.put("pixels", VectorWriter.rgb(screen));
            vectors.add(vector);
        });
    }
}
