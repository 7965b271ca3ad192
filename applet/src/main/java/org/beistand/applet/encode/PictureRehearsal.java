package org.beistand.applet.encode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import org.beistand.applet.capture.Picture;
import org.beistand.applet.capture.ScreenShape;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Move;

/**
 * Looks at a small drawn screen and codes what changes on it, some thousand times: letters, a page that scrolls, a window
 * that is dragged. Java compiles what has run often; without this the first minute of a session costs ten times as much,
 * and the technician sees every key late.
 */
public final class PictureRehearsal {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final ScreenShape SHAPE = ScreenShape.single(WIDTH, HEIGHT, "rehearsal");
    private static final Area PAGE = new Area(40, 20, 500, 300);
    private static final int SCROLLED = 20;
    private static final int SQUARE = 120;
    private static final Area PHOTO = new Area(64, 64, 384, 256);
    private static final int PHOTO_EVERY = 64;

    private final SplittableRandom random = new SplittableRandom(1);
    private final int[] screen = new int[WIDTH * HEIGHT];

    /** As the window system's memory is: outside of Java's. */
    private final IntBuffer shared = ByteBuffer.allocateDirect(screen.length * Integer.BYTES)
            .order(ByteOrder.nativeOrder())
            .asIntBuffer();

    private final IntBuffer readable = shared.asReadOnlyBuffer();
    private final ScreenCopy copy;
    private final ViewerStream viewer;
    private long number;

    /** What is coded goes nowhere. */
    private final ScreenFeed.Outlet nowhere = new ScreenFeed.Outlet() {
        @Override
        public void layout(int participant, ScreenShape shape) {
            throw new IllegalStateException("the rehearsed screen has one shape");
        }

        @Override
        public void picture(int participant, ByteBuffer payload, boolean full, boolean last) {
            number = payload.getLong(payload.position());
        }

        @Override
        public void failed(String reason) {
            throw new IllegalStateException(reason);
        }
    };

    private PictureRehearsal(PhotoCoders photos) {
        viewer = new ViewerStream(
                0,
                Set.of(ViewerFeature.PACKED, ViewerFeature.COPY, ViewerFeature.JPEG, ViewerFeature.QUIET),
                new LossyCoders(photos, VideoCoders.NONE),
                WIDTH,
                HEIGHT);
        for (int y = 0; y + 16 < HEIGHT; y += 16) {
            for (int x = random.nextInt(30); x + 8 < WIDTH; x += 8 + random.nextInt(3) / 2 * 8) {
                letter(x, y);
            }
        }
        shared.put(0, screen);
        copy = new ScreenCopy(picture(new Area(0, 0, WIDTH, HEIGHT)));
    }

    /**
     * @param photos how photographs are coded here
     * @param rounds changes of the screen to code
     * @param deadline of {@link System#nanoTime}, to end by
     */
    public static void play(PhotoCoders photos, int rounds, long deadline) {
        PictureRehearsal rehearsal = new PictureRehearsal(photos);
        for (int round = 0; round < rounds && System.nanoTime() - deadline < 0; round++) {
            rehearsal.change(round);
        }
        rehearsal.viewer.close();
    }

    private void change(int round) {
        Area drawn = switch (round % 8) {
            case 0, 1 -> scroll();
            case 2 -> drag(round, 0, 5, 3);
            case 3 -> drag(round - 1, 1, 4, 6);
            case 4 -> round % PHOTO_EVERY == 4 ? photo() : square(round);
            default -> letter(random.nextInt(WIDTH - 8), random.nextInt(HEIGHT - 12));
        };
        for (int row = drawn.y(); row < drawn.y() + drawn.height(); row++) {
            int start = row * WIDTH + drawn.x();
            shared.put(start, screen, start, drawn.width());
        }
        copy.update(picture(drawn), System.nanoTime()).ifPresent(viewer::changed);
        long now = System.nanoTime();
        while (viewer.isReady()) {
            viewer.send(copy, nowhere, now);
            viewer.shown(number, System.nanoTime());
        }
    }

    private Picture picture(Area drawn) {
        return new Picture(SHAPE, readable, WIDTH, drawn);
    }

    private Area letter(int x, int y) {
        int strokes = random.nextInt();
        for (int row = 0; row < 11; row++) {
            for (int column = 0; column < 7; column++) {
                boolean ink = (strokes >>> (row * 7 + column) % 32 & 1) != 0;
                screen[(y + row) * WIDTH + x + column] = ink ? 0x202428 : 0xf8f8f8;
            }
        }
        return new Area(x, y, 7, 11);
    }

    private Area scroll() {
        Area target = new Area(PAGE.x(), PAGE.y(), PAGE.width(), PAGE.height() - SCROLLED);
        new Move(target, PAGE.x(), PAGE.y() + SCROLLED).apply(screen, WIDTH);
        int fresh = PAGE.y() + PAGE.height() - SCROLLED;
        fill(new Area(PAGE.x(), fresh, PAGE.width(), SCROLLED), 0xf8f8f8);
        for (int x = PAGE.x(); x + 8 < PAGE.x() + PAGE.width(); x += 8) {
            letter(x, fresh + 4);
        }
        return PAGE;
    }

    /** @param step 0 begins, 1 drags on, elsewhere than before */
    private Area drag(int round, int step, int dx, int dy) {
        int x = 100 + round % 40 + step * 5;
        int y = 60 + round % 30 + step * 3;
        new Move(new Area(x + dx, y + dy, 2 * SQUARE, SQUARE), x, y).apply(screen, WIDTH);
        return new Area(x, y, 2 * SQUARE + dx, SQUARE + dy);
    }

    private Area square(int round) {
        Area area = new Area(300, 100, SQUARE, SQUARE);
        fill(area, round % 16 < 8 ? 0xffffff : 0x336699);
        return area;
    }

    /** Colours that change slowly, with noise, where a page was. */
    private Area photo() {
        for (int y = 0; y < PHOTO.height(); y++) {
            for (int x = 0; x < PHOTO.width(); x++) {
                int noise = random.nextInt() & 0x070707;
                screen[(PHOTO.y() + y) * WIDTH + PHOTO.x() + x] = (x / 2 << 16 | y / 2 << 8 | (x + y) / 4) + noise;
            }
        }
        return PHOTO;
    }

    private void fill(Area area, int colour) {
        for (int row = area.y(); row < area.y() + area.height(); row++) {
            int start = row * WIDTH + area.x();
            Arrays.fill(screen, start, start + area.width(), colour);
        }
    }
}
