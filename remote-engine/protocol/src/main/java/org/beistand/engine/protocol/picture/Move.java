package org.beistand.engine.protocol.picture;

/**
 * Content that is on the screen already and is now elsewhere. Source and target may overlap.
 *
 * @param to where it is now
 * @param fromX left edge of where it was, same size
 * @param fromY top edge of where it was
 */
public record Move(Area to, int fromX, int fromY) {

    public Move {
        if (to.x() == fromX && to.y() == fromY) {
            throw new IllegalArgumentException("nothing moves: " + to);
        }
    }

    /** Where it was. */
    public Area source() {
        return new Area(fromX, fromY, to.width(), to.height());
    }

    /**
     * Moves the pixels as one step.
     *
     * @param screen row by row
     * @param stride pixels from one row to the next
     */
    public void apply(int[] screen, int stride) {
        boolean down = to.y() > fromY;
        for (int index = 0; index < to.height(); index++) {
            int row = down ? to.height() - 1 - index : index;
            System.arraycopy(
                    screen, (fromY + row) * stride + fromX, screen, (to.y() + row) * stride + to.x(), to.width());
        }
    }
}
