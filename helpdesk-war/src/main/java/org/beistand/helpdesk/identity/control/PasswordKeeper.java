package org.beistand.helpdesk.identity.control;

import java.util.UUID;

/**
 * Whoever keeps the passwords of some accounts in our place. Asked at each log-in of an active account, on the request's
 * thread, by several at once, within the account's company and without a transaction. Answers within some seconds, and
 * never throws because the keeper is in trouble.
 */
public interface PasswordKeeper {

    /** Whether the account's password is kept elsewhere, so that the one stored here counts for nothing. */
    boolean keeps(UUID accountId);

    /** Only for an account whose password is {@linkplain #keeps kept elsewhere}. */
    Answer check(UUID accountId, String password);

    /**
     * What the keeper says.
     *
     * @param reason for log and audit; nobody who signs in is told
     */
    record Answer(Verdict verdict, String reason) {}

    /** What a keeper can say. */
    enum Verdict {
        RIGHT,
        WRONG,
        /** It was the right one, and must be replaced over there first. */
        RIGHT_BUT_OVER,
        /** It was not checked. */
        NO_ANSWER
    }
}
