package org.beistand.engine.protocol.picture;

import java.util.List;
import java.util.Optional;

/**
 * What one picture says of the screen, in this order: text can be read before photographs have come.
 *
 * @param moves content that only went elsewhere
 * @param exact areas to be sent without loss
 * @param photos areas that may be sent with loss, where the encoder can do that
 * @param half whether the photographs may be sent in half their size first
 * @param film an area that moves and may be sent with loss, painted over all the others
 * @param lacks whether the viewer does not have every exact pixel even when all of this is written
 */
public record PictureContent(
        List<Move> moves, List<Area> exact, List<Area> photos, boolean half, Optional<Area> film, boolean lacks) {

    public PictureContent {
        moves = List.copyOf(moves);
        exact = List.copyOf(exact);
        photos = List.copyOf(photos);
    }

    /** Nothing moves. */
    public PictureContent(List<Move> moves, List<Area> exact, List<Area> photos, boolean lacks) {
        this(moves, exact, photos, false, Optional.empty(), lacks);
    }

    /** Nothing with loss, and nothing is missing afterwards. */
    public static PictureContent exact(List<Move> moves, List<Area> areas) {
        return new PictureContent(moves, areas, List.of(), false);
    }
}
