package org.beistand.integration.sms;

/**
 * What a message centre says about a message later.
 *
 * @param messageId as the centre named it when it took the message
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
