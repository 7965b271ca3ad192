package org.beistand.applet.encode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Move;
import org.beistand.engine.protocol.picture.PackedWriter;
import org.beistand.engine.protocol.picture.PictureEncoder;
import org.beistand.engine.protocol.picture.PictureWriter;

/**
 * What one technician's viewer does not have yet. Nothing is encoded before the path takes it, so that a slow viewer gets
 * newer pictures rather than all of them, and keeps nobody waiting. One thread at a time.
 *
 * <p>The rule that everything here keeps: after the moves that wait, the viewer shows the screen at every pixel that is
 * not missing.
 */
final class ViewerStream implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ViewerStream.class.getName());

    /** Features of a viewer, see docs/protocol.md. */
    static final String PACKED = "screen.zstd-stream";

    static final String COPY = "screen.copy";

    /** Copies are cheap to send and dear to do: beyond this the pixels themselves are as good. */
    private static final int MOST_MOVES = 16;

    private static final int MOST_MOVED_SCREENS = 2;

    /** A look that changed no more than this is an answer to somebody's key, and goes first. */
    private static final long SMALL_PIXELS = 40_000;

    private static final int MOST_URGENT = 16;

    private final int participant;
    private final PictureEncoder encoder;
    private final boolean copies;
    private final Pace pace = new Pace();
    private final List<Move> moves = new ArrayList<>();
    private final List<Area> urgent = new ArrayList<>();
    private ChangeMap missing;
    private boolean fresh = true;
    private long sent;

    /** @param features what this viewer understands beyond the first release */
    ViewerStream(int participant, Collection<String> features, int width, int height) {
        this.participant = participant;
        this.copies = features.contains(COPY) || features.contains(PACKED);
        this.encoder =
                features.contains(PACKED) && PackedWriter.isAvailable() ? new PackedWriter() : new PictureWriter();
        this.missing = everything(width, height);
    }

    private static ChangeMap everything(int width, int height) {
        ChangeMap map = new ChangeMap(width, height);
        map.markAll();
        return map;
    }

    int participant() {
        return participant;
    }

    /** The screen has changed. */
    void changed(Look look) {
        if (copies && !fresh && !look.moves().isEmpty() && isWorthMoving(look)) {
            for (Move move : look.moves()) {
                missing.move(move);
                moves.add(move);
            }
            urgent.clear();
            missing.add(look.rest());
        } else {
            missing.add(look.changes());
        }
        if (look.rest().pixels() <= SMALL_PIXELS) {
            urgent.addAll(look.rest().areas());
            while (urgent.size() > MOST_URGENT) {
                urgent.removeFirst();
            }
        }
    }

    private boolean isWorthMoving(Look look) {
        long pixels = moved(moves) + moved(look.moves());
        return moves.size() + look.moves().size() <= MOST_MOVES
                && pixels <= (long) MOST_MOVED_SCREENS * missing.width() * missing.height();
    }

    private static long moved(List<Move> moves) {
        return moves.stream().mapToLong(move -> size(move.to())).sum();
    }

    private static long size(Area area) {
        return (long) area.width() * area.height();
    }

    /** The viewer has nothing of the screen: first view, new size, or it asks for everything. */
    void restart(int width, int height) {
        missing = everything(width, height);
        moves.clear();
        urgent.clear();
        fresh = true;
        pace.restart();
    }

    /** The viewer has painted this picture and all before it. Numbers that were never sent are ignored. */
    void shown(long picture, long now) {
        if (picture <= sent) {
            pace.shown(picture, now);
        }
    }

    /** Whether the path takes a picture now. */
    boolean isOpen() {
        return pace.isOpen();
    }

    boolean isReady() {
        return pace.isOpen() && (!moves.isEmpty() || !missing.isEmpty());
    }

    /** Encodes and hands over what the viewer lacks, as one picture. */
    void send(ScreenCopy screen, ScreenFeed.Outlet outlet, long now) {
        List<Area> areas = areasInOrder();
        List<Move> first = List.copyOf(moves);
        moves.clear();
        missing.clear();
        boolean full = fresh;
        if (full) {
            encoder.begin();
        }
        sent++;
        long before = encoder.tally().payloadBytes();
        List<Area> left;
        try {
            left = encoder.write(
                    sent,
                    screen.raster(),
                    first,
                    areas,
                    pace.budget(),
                    (payload, begins, last) -> outlet.picture(participant, payload, full && begins, last));
        } catch (RuntimeException brokenOff) {
            restart(missing.width(), missing.height()); // the viewer has half of a stream
            throw brokenOff;
        }
        fresh = false;
        left.forEach(missing::mark);
        pace.sent(sent, encoder.tally().payloadBytes() - before, !left.isEmpty(), now);
    }

    /** What changed last and is small, then everything else, the small before the large. */
    private List<Area> areasInOrder() {
        List<Area> areas = new ArrayList<>(urgent.reversed());
        urgent.forEach(missing::unmark);
        urgent.clear();
        List<Area> others = missing.areas();
        others.sort(Comparator.comparingLong(ViewerStream::size));
        areas.addAll(others);
        return areas;
    }

    @Override
    public void close() {
        LOG.log(Level.INFO, "participant {0}: {1}", new Object[] {
            participant, encoder.tally().summary()
        });
        encoder.close();
    }
}
