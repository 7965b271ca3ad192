package org.beistand.helpdesk.session.control;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.beistand.helpdesk.session.control.PinVerdict.Admitted;
import org.beistand.helpdesk.session.control.PinVerdict.Refused;
import org.beistand.helpdesk.session.control.PinVerdict.WorkFirst;

/**
 * Stands before the lookup of every PIN. In quiet times it counts wrong PINs per source. When a company's wrong PINs
 * become a flood it asks each attempt for a small proof of work and leaves each source one wrong PIN per window; a
 * customer who has made no mistake passes after a fraction of a second of computing. Proof and figures:
 * {@code docs/adr/0301-guessing-a-pin.md}.
 *
 * <p>An attempt is charged before its PIN is looked up and refunded if it was right, so attempts that run at the same
 * time cannot share one budget. One lock per company keeps counting and charging together on this node; a second node
 * can overshoot a limit by the one attempt it is just charging.
 */
public final class PinGuard {

    private final WrongPins wrongPins;
    private final ProofOfWork work;
    private final Clock clock;
    private final ConcurrentHashMap<UUID, ReentrantLock> locks = new ConcurrentHashMap<>();

    public PinGuard(WrongPins wrongPins, ProofOfWork work, Clock clock) {
        this.wrongPins = wrongPins;
        this.work = work;
        this.clock = clock;
    }

    /** @param solution the solved challenge that came with the PIN; empty text when none did */
    public PinVerdict admit(UUID company, Source source, String solution) {
        var lock = locks.computeIfAbsent(company, any -> new ReentrantLock());
        lock.lock();
        try {
            return decide(company, source, solution, clock.instant());
        } finally {
            lock.unlock();
        }
    }

    public void refund(UUID company, Admitted admitted) {
        wrongPins.refund(company, admitted.attempt());
    }

    /** Whether so many wrong PINs of the company came in that new ones should be longer. */
    public boolean floodIsOn(UUID company) {
        return count(company, new Source("-"), clock.instant()).ofCompany() >= PinBudget.FLOOD;
    }

    /** A challenge to solve while the customer still types; empty text while no flood is on. */
    public String challengeAhead(UUID company, Source source) {
        var now = clock.instant();
        var wrong = count(company, source, now).ofCompany();
        return wrong < PinBudget.FLOOD ? "" : work.challenge(company, source, wrong, now);
    }

    private PinVerdict decide(UUID company, Source source, String solution, Instant now) {
        var count = count(company, source, now);
        var flood = count.ofCompany() >= PinBudget.FLOOD;
        var budget = flood ? PinBudget.PER_SOURCE_IN_FLOOD : PinBudget.PER_SOURCE;
        if (count.ofSource() >= budget || count.ofCompany() >= PinBudget.COMPANY_CAP) {
            return new Refused(PinBudget.WINDOW);
        }
        if (flood) {
            if (!work.isSolved(solution, company, source, count.ofCompany(), now)) {
                return new WorkFirst(work.challenge(company, source, count.ofCompany(), now));
            }
        }
        var admitted = new Admitted(UUID.randomUUID());
        wrongPins.charge(company, source, admitted.attempt(), now);
        return admitted;
    }

    private WrongPins.Count count(UUID company, Source source, Instant now) {
        return wrongPins.count(company, source, now.minus(PinBudget.WINDOW));
    }
}
