package org.beistand.helpdesk.session.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.beistand.helpdesk.session.control.PinVerdict.Admitted;
import org.beistand.helpdesk.session.control.PinVerdict.Refused;
import org.beistand.helpdesk.session.control.PinVerdict.WorkFirst;
import org.beistand.helpdesk.session.entity.SessionPin;
import org.beistand.helpdesk.testkit.TestClock;
import org.junit.jupiter.api.Test;

/**
 * 10,000 wrong PINs from 1,000 sources within 15 minutes against 20 living PINs, on the real guard and mint. The expected
 * number of hits is summed exactly: each lookup adds the chance that the best possible guess has at that moment.
 */
class PinFloodSimulationTest {

    private static final double PROMISED = 0.02;
    private static final int GUESSES = 10_000;
    private static final int LIVING = 20;
    /** Plain JavaScript in Chromium on an old phone; a desktop does five to ten times as much. */
    private static final double PHONE_HASHES_PER_SECOND = 150_000;

    private final UUID company = UUID.randomUUID();
    private final SecureRandom random = new SecureRandom();
    private final PinHashes hashes = new PinHashes(new byte[32]);
    private final TestClock clock = new TestClock();
    private final PinMint mint = new PinMint(random);
    private final Set<SessionPin> living = new HashSet<>();
    private double expectedHits;
    private int lookups;

    @Test
    void attackersWhoDoNotComputeGetTwentyLookupsAndNoMore() {
        var guard = guard(new ProofOfWork(hashes, random));
        waitForTwentyCustomers();

        flood(guard, PinFloodSimulationTest::roundRobin, challenge -> "");

        assertThat(lookups).isEqualTo(PinBudget.FLOOD);
        assertThat(expectedHits).isLessThan(0.0005);
    }

    @Test
    void attackersWithUnlimitedComputersStayWithinThePromise() {
        var guard = guard(workThatCostsNothing());
        waitForTwentyCustomers();

        flood(guard, PinFloodSimulationTest::roundRobin, new PuzzleSolver()::solve);

        assertThat(lookups).isBetween(900, 1_020);
        assertThat(expectedHits).isLessThan(PROMISED);
    }

    @Test
    void attackersWhoUseUpOneSourceAfterTheOtherStayWithinThePromise() {
        var guard = guard(workThatCostsNothing());
        waitForTwentyCustomers();

        flood(guard, guess -> source(guess / 10), new PuzzleSolver()::solve);

        assertThat(lookups).isLessThanOrEqualTo(1_020);
        assertThat(expectedHits).isLessThan(PROMISED);
    }

    @Test
    void attackersWithANewAddressForEveryGuessMeetTheCompanyCap() {
        var guard = guard(workThatCostsNothing());
        waitForTwentyCustomers();

        flood(guard, PinFloodSimulationTest::source, new PuzzleSolver()::solve);

        assertThat(lookups).isEqualTo(PinBudget.COMPANY_CAP);
        assertThat(expectedHits).isLessThan(PROMISED);
    }

    @Test
    void aCustomerWithTheRightPinGetsInWithinTwoSecondsAtAnyTimeOfTheFlood() {
        var guard = guard(workThatCostsNothing());
        var honest = guard(new ProofOfWork(hashes, random));
        waitForTwentyCustomers();
        var seconds = new ArrayList<Double>();
        for (var wave = 0; wave < 10; wave++) {
            var offset = wave * GUESSES / 10;
            flood(guard, guess -> roundRobin(guess + offset), new PuzzleSolver()::solve, GUESSES / 10);
            seconds.add(customerComesIn(honest, Source.of("2001:db8:" + wave + "::1")));
        }
        assertThat(seconds).allMatch(second -> second < 2);
    }

    @Test
    void pinsMadeDuringAFloodHaveNineDigits() {
        var guard = guard(new ProofOfWork(hashes, random));
        flood(guard, PinFloodSimulationTest::roundRobin, challenge -> "");

        assertThat(mint.length(6, guard.floodIsOn(company), this::ofLength)).isEqualTo(9);
        clock.advance(PinBudget.WINDOW);
        assertThat(mint.length(6, guard.floodIsOn(company), this::ofLength)).isEqualTo(6);
    }

    private final WrongPins ledger = new WrongPinsInMemory();

    private PinGuard guard(ProofOfWork work) {
        return new PinGuard(ledger, work, clock);
    }

    private ProofOfWork workThatCostsNothing() {
        return new ProofOfWork(hashes, random, wrong -> 0);
    }

    private void waitForTwentyCustomers() {
        while (living.size() < LIVING) {
            living.add(mint.draw(mint.length(6, false, this::ofLength)));
        }
    }

    private long ofLength(int digits) {
        return living.stream().filter(pin -> pin.length() == digits).count();
    }

    private void flood(PinGuard guard, IntFunction<Source> sources, Solver solver) {
        flood(guard, sources, solver, GUESSES);
    }

    private void flood(PinGuard guard, IntFunction<Source> sources, Solver solver, int guesses) {
        for (var guess = 0; guess < guesses; guess++) {
            clock.advance(PinBudget.WINDOW.minus(Duration.ofSeconds(1)).dividedBy(GUESSES));
            attack(guard, sources.apply(guess), solver);
        }
    }

    private void attack(PinGuard guard, Source source, Solver solver) {
        var verdict = guard.admit(company, source, "");
        if (verdict instanceof WorkFirst work) {
            verdict = guard.admit(company, source, solver.solve(work.challenge()));
        }
        switch (verdict) {
            case Admitted looked -> {
                lookups++;
                expectedHits += bestGuess();
            }
            case WorkFirst notSolved -> assertThat(notSolved.challenge()).isNotEmpty();
            case Refused refused -> assertThat(refused.retryAfter()).isPositive();
        }
    }

    private double bestGuess() {
        return List.of(6, 7, 8, 9).stream()
                .mapToDouble(digits -> ofLength(digits) / Math.pow(10, digits))
                .max()
                .orElse(0);
    }

    /** @return seconds of computing on a phone */
    private double customerComesIn(PinGuard guard, Source source) {
        var solver = new PuzzleSolver();
        var verdict = guard.admit(company, source, "");
        if (verdict instanceof WorkFirst work) {
            verdict = guard.admit(company, source, solver.solve(work.challenge()));
        }
        assertThat(verdict).isInstanceOf(Admitted.class);
        guard.refund(company, (Admitted) verdict);
        return solver.hashes() / PHONE_HASHES_PER_SECOND;
    }

    private static Source roundRobin(int guess) {
        return source(guess % 1_000);
    }

    private static Source source(int number) {
        return Source.of("198." + (18 + number / 65_536) + "." + (number / 256 % 256) + "." + (number % 256));
    }

    @FunctionalInterface
    private interface Solver {
        String solve(String challenge);
    }
}
