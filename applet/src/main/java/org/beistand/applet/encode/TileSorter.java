package org.beistand.applet.encode;

import java.util.ArrayList;
import java.util.List;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Raster;

/**
 * Parts what is to be sent into what must go without loss and what may go with loss first. Tiles lie on a grid of the
 * screen, so that a place is judged the same from picture to picture. One thread at a time.
 */
final class TileSorter {

    static final int TILE = 64;

    /** Smaller areas are cheap without loss, and a JPEG's tables alone have 600 bytes. */
    private static final int LEAST_PIXELS = 4_096;

    private static final int LEAST_SIDE = 16;

    private final CoderTable coders;
    private final TileClassifier classifier = new TileClassifier();

    TileSorter(CoderTable coders) {
        this.coders = coders;
    }

    /** @param exact areas to be sent without loss, @param photos with loss first */
    record Sorted(List<Area> exact, List<Area> photos) {}

    /** @param areas in order; what must go without loss stays in it */
    Sorted sort(Raster screen, List<Area> areas) {
        if (!coders.hasLoss()) {
            return new Sorted(areas, List.of());
        }
        Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>());
        for (Area area : areas) {
            if (isWorthAsking(area)) {
                sort(screen, area, sorted);
            } else {
                sorted.exact().add(area);
            }
        }
        return sorted;
    }

    private static boolean isWorthAsking(Area area) {
        return area.width() >= LEAST_SIDE
                && area.height() >= LEAST_SIDE
                && area.width() * area.height() >= LEAST_PIXELS;
    }

    /** Row of tiles by row of tiles: runs of one sort, and a run grows downwards while the next row has the same. */
    private void sort(Raster screen, Area area, Sorted sorted) {
        List<Run> growing = List.of();
        for (int y = area.y(), bottom = area.y() + area.height(); y < bottom; ) {
            int next = Math.min(bottom, (y / TILE + 1) * TILE);
            List<Run> row = runs(screen, area, y, next);
            for (Run run : row) {
                growing.stream().filter(run::continues).findFirst().ifPresent(run::takeOver);
            }
            growing.stream().filter(run -> !run.takenOver).forEach(run -> run.addTo(sorted));
            growing = row;
            y = next;
        }
        growing.forEach(run -> run.addTo(sorted));
    }

    private List<Run> runs(Raster screen, Area area, int top, int bottom) {
        List<Run> runs = new ArrayList<>();
        for (int x = area.x(), right = area.x() + area.width(); x < right; ) {
            int next = Math.min(right, (x / TILE + 1) * TILE);
            boolean exact = coders.isExact(classifier.kindOf(screen, new Area(x, top, next - x, bottom - top)));
            if (runs.isEmpty() || runs.getLast().exact != exact) {
                runs.add(new Run(exact, x, top, bottom));
            }
            runs.getLast().right = next;
            x = next;
        }
        return runs;
    }

    /** Tiles beside and below each other that go the same way. */
    private static final class Run {
        private final boolean exact;
        private final int left;
        private final int bottom;
        private int top;
        private int right;
        private boolean takenOver;

        Run(boolean exact, int left, int top, int bottom) {
            this.exact = exact;
            this.left = left;
            this.top = top;
            this.right = left;
            this.bottom = bottom;
        }

        boolean continues(Run above) {
            return above.exact == exact && above.left == left && above.right == right;
        }

        void takeOver(Run above) {
            top = above.top;
            above.takenOver = true;
        }

        void addTo(Sorted sorted) {
            Area area = new Area(left, top, right - left, bottom - top);
            (exact || !isWorthAsking(area) ? sorted.exact() : sorted.photos()).add(area);
        }
    }
}
