package org.beistand.integration.mail;

/**
 * Whether a message may be taken apart. The mail library keeps an object for each header line and each part, so that a few
 * bytes of a hostile message cost it hundreds: such a message is counted through before anything is made of it.
 */
final class MailShape {

    /** Many times what real messages have: the largest digests come to some hundreds. */
    private static final int MOST_DELIMITERS = 10_000;

    private static final int MOST_HEADER_LINES = 100_000;

    private MailShape() {}

    /**
     * Takes for a delimiter whatever begins like one and for a header whatever stands between it and the next empty line:
     * too many rather than too few. A text that is wronged by it is not lost, only not taken apart.
     */
    static boolean isReasonable(byte[] bytes) {
        int delimiters = 0;
        int headers = 0;
        boolean inHead = true;
        int begin = 0;
        while (begin < bytes.length) {
            int end = begin;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            if (end == begin) {
                inHead = false;
            } else if (bytes[begin] == '-' && end > begin + 1 && bytes[begin + 1] == '-') {
                delimiters++;
                inHead = true;
            } else if (inHead) {
                headers++;
            }
            begin = end + (isLineBreakOfTwo(bytes, end) ? 2 : 1);
        }
        return delimiters <= MOST_DELIMITERS && headers <= MOST_HEADER_LINES;
    }

    private static boolean isLineBreakOfTwo(byte[] bytes, int at) {
        return at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n';
    }
}
