package org.beistand.applet.encode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Move;
import org.beistand.engine.protocol.picture.PackedWriter;
import org.beistand.engine.protocol.picture.PictureContent;
import org.beistand.engine.protocol.picture.PictureEncoder;

/**
 * What one technician's viewer does not have yet. Nothing is encoded before the path takes it, so that a slow viewer gets
 * newer pictures rather than all of them, and keeps nobody waiting. One thread at a time.
 *
 * <p>The rule that everything here keeps: after the moves that wait, the viewer shows the screen at every pixel that is
 * not missing, and shows it exactly where it is not to be repaired.
 */
final class ViewerStream implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ViewerStream.class.getName());

    /** Copies are cheap to send and dear to do: beyond this the pixels themselves are as good. */
    private static final int MOST_MOVES = 16;

    private static final int MOST_MOVED_SCREENS = 2;

    /** A look that changed no more than this is an answer to somebody's key, and goes first. */
    private static final long SMALL_PIXELS = 40_000;

    private static final int MOST_URGENT = 16;

    /** What makes pixels exact is coded in some milliseconds, so that an answer to a key does not wait for it. */
    private static final long MOST_REPAIR_BYTES = 256 << 10;

    /** What comes whole after it came in half its size is coded in some milliseconds, too. */
    private static final long MOST_WHOLE_BYTES = 64 << 10;

    /** To code and decode photographs of more takes longer than a picture of a film lasts. */
    private static final long LARGE_PHOTOS = 1 << 19;

    /** Pixels of a photograph that make one byte of JPEG, roughly. */
    private static final int PIXELS_OF_A_BYTE = 8;

    private final int participant;
    private final PictureEncoder encoder;
    private final boolean copies;
    private final Pace pace = new Pace();
    private final List<Move> moves = new ArrayList<>();
    private final List<Area> urgent = new ArrayList<>();
    private final TileSorter sorter;
    private final boolean films;
    private final boolean quiets;
    private final boolean halves;
    private ChangeMap missing;
    private Repairs repairs;
    private boolean fresh = true;
    private long sent;

    /** Whether the viewer shows the last picture without a word. */
    private boolean quiet;

    /** @param features what this viewer understands beyond the first release */
    ViewerStream(int participant, Collection<String> features, LossyCoders lossy, int width, int height) {
        this.participant = participant;
        this.copies = features.contains(ViewerFeature.COPY) || features.contains(ViewerFeature.PACKED);
        CoderTable coders = CoderTable.forViewer(features, lossy);
        LOG.log(Level.INFO, "participant {0}: {1}", new Object[] {participant, coders.lines()});
        this.sorter = new TileSorter(coders);
        this.films = coders.hasVideo();
        this.halves = coders.halves(features);
        this.quiets = coders.packed() && features.contains(ViewerFeature.QUIET);
        this.encoder = coders.encoder();
        this.missing = everything(width, height);
        this.repairs = new Repairs(width, height);
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
                repairs.moved(move);
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
        repairs = new Repairs(width, height);
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

    /** Whether something is to be sent as soon as the viewer has shown what it has. */
    boolean awaitsShown() {
        return !pace.isOpen() || !repairs.isEmpty();
    }

    boolean isReady() {
        return pace.isOpen() && hasNews();
    }

    private boolean hasNews() {
        return !moves.isEmpty() || !missing.isEmpty();
    }

    /**
     * How long until {@link #send} makes something better, unless there is something new before.
     *
     * @return nanoseconds; 0: at once; {@link Long#MAX_VALUE}: not before something else happens
     */
    long repairDueIn(long now) {
        if (hasNews() || !pace.isOpen()) {
            return Long.MAX_VALUE;
        }
        // What is blurred does not wait until a film beside it has ended, what is not exact does.
        return pace.isIdle() ? repairs.dueIn(now) : repairs.wholeDueIn(now);
    }

    /** Encodes and hands over what the viewer lacks, as one picture. */
    void send(ScreenCopy screen, ScreenFeed.Outlet outlet, long now) {
        if (hasNews()) {
            write(screen, news(screen, now), pace.budget(), outlet, now).forEach(missing::mark);
            return;
        }
        List<Area> whole = repairs.wholeDue(now);
        if (whole.isEmpty()) {
            write(screen, exact(now), betterBudget(MOST_REPAIR_BYTES), outlet, now)
                    .forEach(repairs::left);
        } else {
            write(screen, whole(screen, whole), betterBudget(MOST_WHOLE_BYTES), outlet, now)
                    .forEach(repairs::leftInHalf);
        }
    }

    private PictureContent exact(long now) {
        List<Area> due = repairs.due(now);
        due.forEach(repairs::sentExactly);
        return new PictureContent(List.of(), due, List.of(), !repairs.isEmpty());
    }

    /** The areas may hold letters beside what went in half its size. */
    private PictureContent whole(ScreenCopy screen, List<Area> due) {
        TileSorter.Sorted sorted = sorter.sort(screen.raster(), due);
        sorted.exact().forEach(repairs::sentExactly);
        sorted.photos().forEach(repairs::sentWhole);
        return new PictureContent(List.of(), sorted.exact(), sorted.photos(), !repairs.isEmpty());
    }

    private long betterBudget(long most) {
        return Math.min(most, pace.budget() / 2);
    }

    private PictureContent news(ScreenCopy screen, long now) {
        Optional<Area> film = screen.film(now).filter(playing -> films && missing.meets(playing));
        film.ifPresent(this::leaveToFilm);
        TileSorter.Sorted sorted = sorter.sort(screen.raster(), areasInOrder());
        List<Move> first = List.copyOf(moves);
        moves.clear();
        missing.clear();
        first.forEach(move -> repairs.sentMove(move, now));
        sorted.exact().forEach(repairs::sentExactly);
        boolean half = halves && isLarge(sorted.photos());
        for (Area area : sorted.photos()) {
            if (half) {
                repairs.sentInHalf(area, now);
            } else {
                repairs.sentWithLoss(area, now);
            }
        }
        film.ifPresent(area -> repairs.sentWithLoss(area, now));
        return new PictureContent(first, sorted.exact(), sorted.photos(), half, film, !repairs.isEmpty());
    }

    /** Larger than what this machine codes, or the path takes, in the blink of an eye. */
    private boolean isLarge(List<Area> photos) {
        long pixels = photos.stream().mapToLong(Area::pixels).sum();
        return pixels > Math.min(LARGE_PHOTOS, pace.budget() * PIXELS_OF_A_BYTE);
    }

    private void leaveToFilm(Area film) {
        missing.unmark(film);
        urgent.removeIf(film::contains);
    }

    /** @return what was left */
    private List<Area> write(
            ScreenCopy screen, PictureContent content, long budget, ScreenFeed.Outlet outlet, long now) {
        boolean full = fresh;
        if (full) {
            encoder.begin();
        }
        sent++;
        long before = encoder.tally().payloadBytes();
        boolean maySayNothing = quiets && !full && !content.lacks();
        List<Area> left;
        try {
            left = encoder.write(sent, screen.raster(), content, budget, (payload, begins, last) -> {
                quiet = maySayNothing && begins && last && pace.mayBeQuiet(payload.remaining(), now);
                if (quiet) {
                    PackedWriter.quieten(payload);
                }
                outlet.picture(participant, payload, full && begins, last);
            });
        } catch (RuntimeException brokenOff) {
            restart(missing.width(), missing.height()); // the viewer has half of a stream
            throw brokenOff;
        }
        fresh = false;
        if (quiet) {
            pace.sentQuietly(now);
        } else {
            pace.sent(sent, encoder.tally().payloadBytes() - before, !left.isEmpty(), now);
        }
        return left;
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
