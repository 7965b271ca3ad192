package org.beistand.applet.encode;

import java.util.ArrayList;
import java.util.List;
import org.beistand.applet.platform.photo.JpegPhotos;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.PackedWriter;
import org.beistand.engine.protocol.picture.PhotoCoder;
import org.beistand.engine.protocol.picture.PictureEncoder;
import org.beistand.engine.protocol.picture.PictureWriter;
import org.beistand.engine.protocol.picture.Raster;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Coding a whole screen that the viewer has never seen. */
@State(Scope.Thread)
public class CodeBenchmark {

    /** Rows of the bands that photographs are coded in. */
    private static final int BAND = 64;

    @Param({"DESK", "SLIDE"})
    public RecordedScreen screen = RecordedScreen.DESK;

    private final PictureEncoder packed = new PackedWriter();
    private final PictureEncoder deflated = new PictureWriter();
    private final PhotoCoder photos = new JpegPhotos().open().orElseThrow();
    private final TileSorter sorter = new TileSorter(CoderTable.forViewer(
            List.of(ViewerFeature.PACKED, ViewerFeature.JPEG), new LossyCoders(new JpegPhotos(), VideoCoders.NONE)));
    private Raster raster = new Raster(new int[0], 0);
    private long picture;

    @Setup
    public void load() {
        raster = new Raster(screen.pixels(), RecordedScreen.WIDTH);
    }

    @TearDown
    public void close() {
        packed.close();
        deflated.close();
        photos.close();
    }

    /** QOI2 and zstd, without memory. */
    @Benchmark
    public long lossless() {
        return write(packed);
    }

    /** QOI and deflate, for what knows no zstd. */
    @Benchmark
    public long losslessForTheFirstRelease() {
        return write(deflated);
    }

    /** "What is this tile?" */
    @Benchmark
    public List<Area> classify() {
        return sorter.sort(raster, List.of(RecordedScreen.EVERYWHERE)).photos();
    }

    /** JPEG. */
    @Benchmark
    public long photograph() {
        long bytes = 0;
        for (int y = 0; y < RecordedScreen.HEIGHT; y += BAND) {
            int height = Math.min(BAND, RecordedScreen.HEIGHT - y);
            bytes += photos.encode(raster, new Area(0, y, RecordedScreen.WIDTH, height))
                    .remaining();
        }
        return bytes;
    }

    private long write(PictureEncoder encoder) {
        encoder.begin();
        picture++;
        List<Integer> bytes = new ArrayList<>();
        encoder.write(
                picture,
                raster,
                List.of(),
                List.of(RecordedScreen.EVERYWHERE),
                Long.MAX_VALUE,
                (payload, first, last) -> bytes.add(payload.remaining()));
        return bytes.stream().mapToLong(Integer::longValue).sum();
    }
}
