package org.beistand.integration;

/** A letter that no attempt can deliver. */
final class UndeliverableLetter extends IllegalArgumentException {
    UndeliverableLetter(String reason) {
        super(reason);
    }
}
