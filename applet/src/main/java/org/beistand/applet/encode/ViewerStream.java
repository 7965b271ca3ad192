package org.beistand.applet.encode;

import java.util.List;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.PictureWriter;

/**
 * What one technician's viewer does not have yet. Nothing is encoded before the viewer has shown what it was sent, so
 * that a slow one gets newer pictures rather than all of them, and keeps nobody waiting. One thread at a time.
 */
final class ViewerStream {

    /** One picture on its way while the next is painted. */
    private static final int MOST_UNSHOWN = 2;

    /** Bytes of one picture, roughly: what is left over becomes the next one, so that no receiver has to buffer more. */
    private static final int MOST_BYTES = 1 << 20;

    /** Before the first picture is known: text and windows cost less than this, photographs more. */
    private static final double FIRST_BYTES_PER_PIXEL = 0.5;

    private static final double LEAST_BYTES_PER_PIXEL = 0.02;

    private final int participant;
    private ChangeMap missing;
    private boolean fresh = true;
    private long sent;
    private long shown;
    private double bytesPerPixel = FIRST_BYTES_PER_PIXEL;

    ViewerStream(int participant, int width, int height) {
        this.participant = participant;
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

    void changed(ChangeMap changes) {
        missing.add(changes);
    }

    /** The viewer has nothing of the screen: first view, new size, or it asks for everything. */
    void restart(int width, int height) {
        missing = everything(width, height);
        fresh = true;
        shown = sent;
    }

    /** The viewer has painted this picture and all before it. Numbers that were never sent are ignored. */
    void shown(long picture) {
        if (picture <= sent) {
            shown = Math.max(shown, picture);
        }
    }

    boolean isReady() {
        return sent - shown < MOST_UNSHOWN && !missing.isEmpty();
    }

    /** Encodes and hands over what the viewer lacks, as one picture. */
    void send(ScreenCopy screen, PictureWriter writer, ScreenFeed.Outlet outlet) {
        List<Area> areas = missing.take((long) (MOST_BYTES / bytesPerPixel));
        boolean full = fresh;
        fresh = false;
        sent++;
        long[] bytes = {0};
        writer.write(sent, screen.pixels(), screen.shape().width(), areas, (payload, first, last) -> {
            bytes[0] += payload.remaining();
            outlet.picture(participant, payload, full && first, last);
        });
        long pixels = areas.stream()
                .mapToLong(area -> (long) area.width() * area.height())
                .sum();
        if (pixels > 0) {
            bytesPerPixel = Math.max(LEAST_BYTES_PER_PIXEL, (double) bytes[0] / pixels);
        }
    }
}
