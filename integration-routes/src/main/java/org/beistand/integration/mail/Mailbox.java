package org.beistand.integration.mail;

import java.time.Instant;

/** A folder of a mailbox. */
public record Mailbox(MailServer server, String folder) {

    /**
     * How far a folder was read.
     *
     * @param validity UIDVALIDITY; 0 if it never was. Another one than the folder's means that its numbers are new
     * @param last the highest UID that was dealt with
     * @param at when that was; after the numbers changed, what came a day before it is looked at again
     */
    public record Mark(long validity, long last, Instant at) {}

    /** Takes messages in. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Called for one message after the other, in their order, on the thread that reads. When it returns, the message
         * and the mark are kept for good; what it throws ends the reading and passes through.
         *
         * @return whether it was taken in; what was refused is flagged in the mailbox, for somebody to find
         */
        boolean take(IncomingMail mail, Mark until);

        /**
         * Called in place of {@link #take} for a message that the server does not give although the connection stands.
         *
         * @param reason a code, and after a colon the server's words
         * @return whether to go on behind it, as if it had been refused, with the mark kept for good; if not, the reading
         *     ends as failed
         */
        default boolean leavesOut(Mark until, String reason) {
            return false;
        }
    }

    /** How a reading went. */
    public sealed interface Read {
        /** Everything there was is taken, or as much as one reading takes. */
        record Complete(Mark until, boolean more) implements Read {}

        /** @param reason a code, and after a colon the server's words */
        record Failed(String reason) implements Read {}
    }
}
