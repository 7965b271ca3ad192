package org.beistand.integration.sms;

/**
 * What a message centre says about a message later.
 *
 * @param messageId as the record of the delivery named it: no other centre's receipt can carry it
 * @param delivered whether it has arrived; otherwise it never will
 * @param state the centre's own word, for example {@code UNDELIV}
 */
public record Receipt(String messageId, boolean delivered, String state) {

    /** Takes receipts; called on threads of the connection, whenever one comes. What it throws has it sent again. */
    @FunctionalInterface
    public interface Taker {
        void take(Receipt receipt);
    }
}
