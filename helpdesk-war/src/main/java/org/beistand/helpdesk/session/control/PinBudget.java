package org.beistand.helpdesk.session.control;

import java.time.Duration;

/**
 * How many wrong PINs a source and a company may try, and what each costs. The figures and their proof are in
 * {@code docs/adr/0301-guessing-a-pin.md}; {@code PinFloodSimulationTest} runs them against the real classes.
 */
final class PinBudget {

    /** Attempts older than this are forgotten. Equal to the default life of a PIN. */
    static final Duration WINDOW = Duration.ofMinutes(15);

    /** Wrong PINs of one source per window in quiet times: a person mistypes twice, an office shares an address. */
    static final int PER_SOURCE = 5;

    /** Wrong PINs of one source per window while a flood is on: the one mistake that cannot be told from a guess. */
    static final int PER_SOURCE_IN_FLOOD = 1;

    /** So many wrong PINs of a company per window are a flood. Twenty waited-for customers make about five. */
    static final int FLOOD = 20;

    /**
     * No company looks up more wrong PINs than this per window, whoever asks: 1,250 x 15/1,000,000 = 0.019 expected
     * hits, for an attacker with any number of addresses and any computing power.
     */
    static final int COMPANY_CAP = 1_250;

    /** Small puzzles per proof: the sum of 64 varies by an eighth only, where one big one may take five times as long. */
    static final int PUZZLES = 64;

    private static final int LEAST_BITS = 8;

    private PinBudget() {}

    /**
     * Leading zero bits of each puzzle's hash. A proof is {@link #PUZZLES} x 2^bits hashes on average: 16,384 when a
     * flood begins, 131,072 (a quarter second of plain JavaScript, one second on an old phone) when it is at its worst.
     */
    static int bits(long wrongOfCompany) {
        if (wrongOfCompany < 100) {
            return LEAST_BITS;
        }
        if (wrongOfCompany < 300) {
            return LEAST_BITS + 1;
        }
        return wrongOfCompany < 600 ? LEAST_BITS + 2 : LEAST_BITS + 3;
    }
}
