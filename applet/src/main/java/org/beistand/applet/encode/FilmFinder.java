package org.beistand.applet.encode;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Raster;

/**
 * "Does a film play here?": one rectangle of the screen whose tiles are photographs and change with nearly every look. It
 * stays the same rectangle until the film is seen to be larger, much smaller, or over. Nothing of who codes it: see {@link
 * CoderTable}. One thread at a time; times are nanoseconds of any one clock.
 */
final class FilmFinder {

    /** What rests longer than this has stopped: slower than two pictures a second is no film. */
    static final long REST = 500_000_000L;

    /** So often in a row a tile has changed before it counts: a fifth of a second of film, and no slide or scrolled page. */
    static final int LOOKS = 6;

    /** What changes less often in a row (a slide, a page that is opened) is not asked what it is. */
    private static final int FIRST_ASKED = LOOKS - 2;

    /** Of the changes of a tile that is known each such one is judged anew: a terminal may take a film's place. */
    private static final int ASK_AGAIN = 8;

    /** A thumbnail that moves is cheap as photographs. */
    private static final int LEAST_TILES = 6;

    /** More takes longer to code than a picture of a film is shown. */
    private static final long MOST_PIXELS = 1920 * 1088;

    /** So many of a rectangle's tiles move at least, in hundredths: what rests among them would be blurred for nothing. */
    private static final int MOST_OF_IT = 75;

    /** A film of which less than this moves (its window was covered, or made small) is looked for anew, in hundredths. */
    private static final int MUCH_SMALLER = 60;

    /** Narrower changes tell nothing of what they are part of. */
    private static final int LEAST_SIDE = 8;

    private final FilmTile[] tiles;
    private final int columns;
    private final TileClassifier classifier = new TileClassifier();
    private Optional<Area> film = Optional.empty();

    /** The rectangle around the tiles that the film was found by. */
    private Area around = new Area(0, 0, 1, 1);

    private long movedAt;

    FilmFinder(int width, int height) {
        columns = (width + TileSorter.TILE - 1) / TileSorter.TILE;
        int rows = (height + TileSorter.TILE - 1) / TileSorter.TILE;
        tiles = new FilmTile[columns * rows];
        Arrays.setAll(tiles, tile -> new FilmTile());
    }

    /** @return where a film plays */
    Optional<Area> film(long now) {
        if (film.isPresent() && now - movedAt > REST) {
            film = Optional.empty();
        }
        return film;
    }

    /**
     * The screen was looked at.
     *
     * @param rest what changed and did not only go elsewhere
     */
    void seen(ChangeMap rest, Raster screen, long now) {
        boolean moving = false;
        int bottom = (rest.bottom() + TileSorter.TILE - 1) / TileSorter.TILE;
        for (int tile = rest.top() / TileSorter.TILE * columns; tile < bottom * columns; tile++) {
            Optional<Area> changed = changed(rest, tile);
            if (changed.isPresent()) {
                FilmTile here = tiles[tile];
                here.changed(changed.get(), now);
                if (isAsked(here.looks())) {
                    judge(here, rest, screen, changed.get());
                }
                moving |= here.isMoving(now);
            }
        }
        if (moving) {
            follow(rest, now);
        }
    }

    private static boolean isAsked(int looks) {
        return looks >= FIRST_ASKED && looks <= LOOKS || looks % ASK_AGAIN == 0;
    }

    private void judge(FilmTile tile, ChangeMap rest, Raster screen, Area changed) {
        if (changed.width() < LEAST_SIDE || changed.height() < LEAST_SIDE) {
            return;
        }
        long pixels = 0;
        for (int row = changed.y(); row < changed.y() + changed.height(); row++) {
            pixels += Long.bitCount(rest.word(row, changed.x() / TileSorter.TILE));
        }
        if (pixels * 2 >= changed.pixels() && classifier.kindOf(screen, changed) != TileKind.PHOTO) {
            tile.isNone();
        }
    }

    /** @return the rectangle around the tile's changes */
    private Optional<Area> changed(ChangeMap rest, int tile) {
        int column = tile % columns;
        int top = tile / columns * TileSorter.TILE;
        int first = -1;
        int last = -1;
        long any = 0;
        int end = Math.min(top + TileSorter.TILE, rest.bottom());
        for (int row = Math.max(top, rest.top()); row < end; row++) {
            long word = rest.word(row, column);
            if (word != 0) {
                any |= word;
                first = first < 0 ? row : first;
                last = row;
            }
        }
        if (any == 0) {
            return Optional.empty();
        }
        int left = Long.numberOfTrailingZeros(any);
        int width = Long.SIZE - Long.numberOfLeadingZeros(any) - left;
        return Optional.of(new Area(column * TileSorter.TILE + left, first, width, last - first + 1));
    }

    private void follow(ChangeMap rest, long now) {
        Optional<Area> found = largest(now);
        if (found.isEmpty()) {
            return;
        }
        Area moving = found.get();
        boolean muchSmaller = moving.pixels() * 100 < around.pixels() * MUCH_SMALLER;
        if (film(now).isEmpty() || muchSmaller || !around.contains(moving)) {
            Optional<Area> known = film.filter(moving::contains).filter(grown -> !muchSmaller);
            Optional<Area> edges = FilmEdges.of(rest, moving);
            film = known.isPresent() ? edges.map(known.get()::with).or(() -> known) : edges;
            around = moving;
        }
        movedAt = now;
    }

    /** The largest rectangle around tiles that move side by side, if it is a film's. */
    private Optional<Area> largest(long now) {
        boolean[] counted = new boolean[tiles.length];
        Optional<Area> largest = Optional.empty();
        for (int tile = 0; tile < tiles.length; tile++) {
            if (!counted[tile] && tiles[tile].isMoving(now)) {
                Area around = around(tile, counted, now);
                if (isFilm(around, now)
                        && largest.filter(other -> other.pixels() >= around.pixels())
                                .isEmpty()) {
                    largest = Optional.of(around);
                }
            }
        }
        return largest;
    }

    private Area around(int start, boolean[] counted, long now) {
        Deque<Integer> open = new ArrayDeque<>();
        open.add(start);
        counted[start] = true;
        Area around = tiles[start].moved();
        while (!open.isEmpty()) {
            int tile = open.remove();
            around = around.with(tiles[tile].moved());
            int column = tile % columns;
            int[] beside = {
                column > 0 ? tile - 1 : -1,
                column + 1 < columns ? tile + 1 : -1,
                tile - columns,
                tile + columns < tiles.length ? tile + columns : -1
            };
            for (int next : beside) {
                if (next >= 0 && !counted[next] && tiles[next].isMoving(now)) {
                    counted[next] = true;
                    open.add(next);
                }
            }
        }
        return around;
    }

    private boolean isFilm(Area area, long now) {
        int right = (area.x() + area.width() - 1) / TileSorter.TILE;
        int below = (area.y() + area.height() - 1) / TileSorter.TILE;
        int all = 0;
        int moving = 0;
        for (int row = area.y() / TileSorter.TILE; row <= below; row++) {
            for (int column = area.x() / TileSorter.TILE; column <= right; column++) {
                all++;
                moving += tiles[row * columns + column].isMoving(now) ? 1 : 0;
            }
        }
        return moving >= LEAST_TILES && moving * 100 >= all * MOST_OF_IT && area.pixels() <= MOST_PIXELS;
    }
}
