package org.beistand.helpdesk.session.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import org.beistand.helpdesk.session.control.PinVerdict.Admitted;
import org.beistand.helpdesk.session.control.PinVerdict.Refused;
import org.beistand.helpdesk.session.control.PinVerdict.WorkFirst;
import org.beistand.helpdesk.testkit.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinGuardTest {

    private final UUID company = UUID.randomUUID();
    private final TestClock clock = new TestClock();
    private final PinHashes hashes = new PinHashes(new byte[32]);
    private final Source customer = Source.of("192.0.2.10");
    private final WrongPins ledger = new WrongPinsInMemory();
    private final PinGuard guard = new PinGuard(ledger, new ProofOfWork(hashes, new SecureRandom()), clock);
    private final PuzzleSolver solver = new PuzzleSolver();

    @BeforeEach
    void quiet() {
        assertThat(guard.challengeAhead(company, customer)).isEmpty();
    }

    @Test
    void asksForNoWorkInQuietTimes() {
        assertThat(guard.admit(company, customer, "")).isInstanceOf(Admitted.class);
    }

    @Test
    void refusesTheSixthWrongPinOfASourceUntilTheWindowHasPassed() {
        wrongPins(customer, PinBudget.PER_SOURCE);
        assertThat(guard.admit(company, customer, "")).isInstanceOf(Refused.class);
        assertThat(guard.admit(company, Source.of("192.0.2.11"), "")).isInstanceOf(Admitted.class);

        clock.advance(PinBudget.WINDOW);
        assertThat(guard.admit(company, customer, "")).isInstanceOf(Admitted.class);
    }

    @Test
    void rightPinsCostNothing() {
        for (var person = 0; person < 100; person++) {
            guard.refund(company, (Admitted) guard.admit(company, customer, ""));
        }
        assertThat(guard.floodIsOn(company)).isFalse();
    }

    @Test
    void aFloodAtOneCompanyDoesNotTouchAnother() {
        flood();
        assertThat(guard.admit(UUID.randomUUID(), customer, "")).isInstanceOf(Admitted.class);
    }

    @Test
    void admitsASolvedChallengeInAFlood() {
        flood();
        assertThat(guard.admit(company, customer, solver.solve(challenge()))).isInstanceOf(Admitted.class);
    }

    @Test
    void acceptsWorkThatWasDoneWhileTheCustomerTyped() {
        flood();
        var solved = solver.solve(guard.challengeAhead(company, customer));
        clock.advance(Duration.ofMinutes(9));
        assertThat(guard.admit(company, customer, solved)).isInstanceOf(Admitted.class);
    }

    @Test
    void aWrongPinInAFloodEndsTheBudgetOfItsSource() {
        flood();
        var solved = solver.solve(challenge());
        assertThat(guard.admit(company, customer, solved)).isInstanceOf(Admitted.class);
        assertThat(guard.admit(company, customer, solved)).isInstanceOf(Refused.class);
    }

    @Test
    void doesNotAcceptTheWorkOfAnotherSourceOrCompanyOrTime() {
        flood();
        var solved = solver.solve(challenge());
        assertThat(guard.admit(company, Source.of("192.0.2.11"), solved)).isInstanceOf(WorkFirst.class);
        clock.advance(Duration.ofMinutes(11));
        assertThat(guard.admit(company, customer, solved)).isInstanceOf(WorkFirst.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                ":",
                "1.0.00000000000000000000000000000000.0000000000000000000000000000000000000000000000000000000000000000:1",
                "999999999999.99.ffffffffffffffffffffffffffffffff.ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff:1,2",
                "1.10.zz:0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0"
            })
    void asksAgainWhenTheSolutionIsForged(String forged) {
        flood();
        assertThat(guard.admit(company, customer, forged)).isInstanceOf(WorkFirst.class);
    }

    @Test
    void oneUnsolvedPuzzleSpoilsTheProof() {
        flood();
        var solved = solver.solve(challenge());
        var spoilt = solved.substring(0, solved.lastIndexOf(',')) + ",4294967295";
        assertThat(guard.admit(company, customer, spoilt)).isInstanceOf(WorkFirst.class);
        assertThat(guard.admit(company, customer, solved + ",1".repeat(200))).isInstanceOf(WorkFirst.class);
    }

    private String challenge() {
        return guard.admit(company, customer, "") instanceof WorkFirst work ? work.challenge() : "";
    }

    private void flood() {
        for (var number = 0; number < PinBudget.FLOOD; number++) {
            wrongPins(Source.of("198.51.100." + number), 1);
        }
    }

    private void wrongPins(Source source, int times) {
        for (var time = 0; time < times; time++) {
            assertThat(guard.admit(company, source, "")).isInstanceOf(Admitted.class);
        }
    }
}
