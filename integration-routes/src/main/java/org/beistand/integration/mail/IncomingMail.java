package org.beistand.integration.mail;

import java.util.List;
import java.util.Optional;

/**
 * A message from a mailbox, made harmless: text without markup, files apart, nothing decoded that was too deep or too much.
 * What its headers claim is only claimed.
 *
 * @param messageId as it says itself, or made of its content if it has none
 * @param from empty if nobody can be read out of it
 * @param text without a line break at its end; cut if it was endless
 * @param answers Message-IDs it refers to, the nearest last
 * @param automatic why this was no person's doing, as a code, or empty
 * @param bounceOf Message-ID of the message that could not be delivered, if this says so
 * @param forged whether the receiving server found that the sender's domain disowns it (DMARC)
 * @param omitted what of it was left out, or empty
 */
public record IncomingMail(
        String messageId,
        Optional<MailAddress> from,
        String subject,
        String text,
        List<OutgoingMail.File> files,
        List<String> answers,
        Optional<String> automatic,
        Optional<String> bounceOf,
        boolean forged,
        Optional<Omission> omitted) {

    /** Why a part of a message is not there. */
    public enum Omission {
        /** The whole was too large: only its beginning was read, and none of its files. */
        TOO_LARGE,
        /** Parts within parts beyond reason, or too many of them. */
        TOO_DEEP,
        /** Something in it broke on its way and is there up to that place. */
        DAMAGED,
        /** The text was longer than a ticket takes; it is attached in full. */
        TEXT_CUT
    }

    public IncomingMail {
        files = List.copyOf(files);
        answers = List.copyOf(answers);
    }
}
