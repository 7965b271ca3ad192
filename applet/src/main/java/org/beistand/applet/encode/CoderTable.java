package org.beistand.applet.encode;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.engine.protocol.picture.CoderFacts;
import org.beistand.engine.protocol.picture.PackedWriter;
import org.beistand.engine.protocol.picture.PhotoCoder;
import org.beistand.engine.protocol.picture.PictureEncoder;
import org.beistand.engine.protocol.picture.PictureWriter;
import org.beistand.engine.protocol.picture.VideoCoder;

/**
 * "Who codes it, for this viewer?": by what the viewer understands and what this machine has. A table that can be printed.
 *
 * @param byKind for each kind of tile the facts of who codes it first; what is not exact is sent again at rest
 * @param photoCoder who codes photographs with loss, if anybody does
 * @param videoCoder who codes films, if anybody does: else they are photographs
 * @param packed whether the viewer takes one stream for all
 */
record CoderTable(
        Map<TileKind, CoderFacts> byKind,
        Optional<PhotoCoder> photoCoder,
        Optional<VideoCoder> videoCoder,
        boolean packed) {

    private static final CoderFacts STREAM = new CoderFacts("qoi2+zstd", true, 2.0);
    private static final CoderFacts DEFLATED = new CoderFacts("qoi+deflate", true, 8.0);

    CoderTable {
        byKind = Map.copyOf(byKind);
    }

    /** @param features what the viewer understands beyond the first release */
    static CoderTable forViewer(Collection<String> features, LossyCoders lossy) {
        boolean packed = features.contains(ViewerFeature.PACKED) && PackedWriter.isAvailable();
        Optional<PhotoCoder> photoCoder =
                packed && features.contains(ViewerFeature.JPEG) ? lossy.photos().open() : Optional.empty();
        Optional<VideoCoder> videoCoder = packed && features.contains(ViewerFeature.VIDEO)
                ? lossy.videos().open()
                : Optional.empty();
        Map<TileKind, CoderFacts> byKind = new EnumMap<>(TileKind.class);
        for (TileKind kind : TileKind.values()) {
            byKind.put(kind, packed ? STREAM : DEFLATED);
        }
        photoCoder.ifPresent(coder -> {
            byKind.put(TileKind.PHOTO, coder.facts());
            byKind.put(TileKind.FILM, coder.facts());
        });
        videoCoder.ifPresent(coder -> byKind.put(TileKind.FILM, coder.facts()));
        return new CoderTable(byKind, photoCoder, videoCoder, packed);
    }

    /** Owns the coders for photographs and films from now on. */
    PictureEncoder encoder() {
        return packed ? new PackedWriter(photoCoder, videoCoder) : new PictureWriter();
    }

    /** Whether any kind of tile goes with loss first: else nobody need ask what a tile is. */
    boolean hasLoss() {
        return photoCoder.isPresent();
    }

    /** Whether photographs may come in half their size first. @param features what the viewer understands */
    boolean halves(Collection<String> features) {
        return photoCoder.isPresent() && features.contains(ViewerFeature.HALF_JPEG);
    }

    /** Whether a film goes another way than the photographs that it is made of. */
    boolean hasVideo() {
        return videoCoder.isPresent();
    }

    boolean isExact(TileKind kind) {
        return Optional.ofNullable(byKind.get(kind)).map(CoderFacts::exact).orElse(true);
    }

    /** Kind by kind, for the log. */
    List<String> lines() {
        return byKind.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + entry.getValue().name())
                .toList();
    }
}
