package org.beistand.applet.counterpart;

import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.picture.PictureReader;
import org.beistand.engine.wire.screen.ScreenLayout;

/** What a viewer shows: the pictures that came, painted one over the other. */
public final class PaintedScreen implements AutoCloseable {

    private final PictureReader reader = new PictureReader();
    private int width;
    private int height;
    private int[] pixels = {};

    synchronized void lay(ScreenLayout layout) {
        width = layout.getWidth();
        height = layout.getHeight();
        pixels = new int[width * height];
    }

    /** @return the picture's number */
    synchronized long paint(Frame frame) {
        if (frame.header().has(FrameHeader.FULL)) {
            reader.begin();
        }
        return reader.paint(frame.payload(), width, height, pixels).number();
    }

    /** 0xRRGGBB of what the viewer shows at this pixel; -1 beyond it. */
    public synchronized int pixel(int x, int y) {
        return x < width && y < height ? pixels[y * width + x] & 0xffffff : -1;
    }

    public synchronized int width() {
        return width;
    }

    public synchronized int height() {
        return height;
    }

    @Override
    public void close() {
        reader.close();
    }
}
