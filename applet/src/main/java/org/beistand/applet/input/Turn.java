package org.beistand.applet.input;

/**
 * Which input this is, among all that a technician's page sends in its life.
 *
 * @param technician who sends, the same for every reconnection
 * @param stream the page that sends
 * @param number 1, 2, 3 ... in the stream; 0: not numbered, applied as it comes
 * @param settled its sender knows that everything up to this number was applied, or does not want it any more
 */
public record Turn(String technician, long stream, long number, long settled) {

    /** Of nobody: what the applet itself does. */
    public static final Turn OUR_OWN = unnumbered("");

    /** For input that need not be applied exactly once. */
    public static Turn unnumbered(String technician) {
        return new Turn(technician, 0, 0, 0);
    }

    boolean isNumbered() {
        return number > 0;
    }
}
