package org.beistand.helpdesk.session.control;

import java.time.Instant;
import java.util.UUID;

/**
 * The ledger of PINs that were looked up and did not match. Only attempts that were let through to the lookup are in it,
 * so it never holds more than {@link PinBudget#COMPANY_CAP} entries of one company and window.
 *
 * <p>Called by {@link PinGuard} only, which holds the company's lock meanwhile; implementations need no lock of their
 * own. A charge must be durable before {@link #charge} returns, so that a crash cannot make a guess free of charge.
 */
public interface WrongPins {

    /** How many entries a company has, and how many of them are one source's. */
    record Count(long ofCompany, long ofSource) {}

    /** @param since entries at or before this time no longer count */
    Count count(UUID company, Source source, Instant since);

    /** Enters an attempt before its PIN is looked up. */
    void charge(UUID company, Source source, UUID attempt, Instant at);

    /** Takes an attempt out again whose PIN was right. Unknown attempts are ignored. */
    void refund(UUID company, UUID attempt);
}
