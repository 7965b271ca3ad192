package org.beistand.applet.encode;

import java.util.List;
import org.beistand.engine.protocol.picture.Move;

/**
 * What one look at the screen found; valid until the next look.
 *
 * @param changes every pixel that differs from the look before, and perhaps some that only lie where something went
 * @param moves content that only went elsewhere, to be done in this order
 * @param rest every pixel that differs when the moves are done
 */
record Look(ChangeMap changes, List<Move> moves, ChangeMap rest) {

    /** Nothing moved. */
    static Look of(ChangeMap changes) {
        return new Look(changes, List.of(), changes);
    }
}
