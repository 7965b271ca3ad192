package org.beistand.callingcard;

/** The card is not installed properly; the message is a sentence for the administrator. */
final class CardNotUsable extends RuntimeException {

    CardNotUsable(String message) {
        super(message);
    }
}
