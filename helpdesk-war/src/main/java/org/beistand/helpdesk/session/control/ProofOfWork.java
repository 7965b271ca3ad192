package org.beistand.helpdesk.session.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.LongToIntFunction;

/**
 * A puzzle that costs the browser a fraction of a second and the server nothing to remember.
 *
 * <p>A challenge is {@code <seconds since 1970>.<bits>.<16 random bytes, hex>.<signature>}, signed over company and source
 * as well, so that it can be neither forged nor passed on. Its solution is the challenge, a colon, and
 * {@link PinBudget#PUZZLES} decimal counters joined by commas, where SHA-256 of {@code <challenge>:<i>:<counter i>} begins
 * with {@code bits} zero bits for each i from 0. {@code webapp/portal/proof-of-work.js} is the other half.
 */
public final class ProofOfWork {

    /** A customer may leave the page open while the technician explains; an old challenge is simply replaced. */
    private static final Duration VALID = Duration.ofMinutes(10);

    /** The rise of the price by one step while somebody was computing is forgiven. */
    private static final int FORGIVEN_BITS = 1;

    /** Characters: a challenge and {@link PinBudget#PUZZLES} counters of at most ten digits. */
    public static final int LONGEST_SOLUTION = 900;

    private static final String SOLUTION_SHAPE =
            "\\d{1,12}\\.\\d{1,2}\\.[0-9a-f]{32}\\.[0-9a-f]{64}:\\d{1,10}(,\\d{1,10})*";

    private final PinHashes hashes;
    private final SecureRandom random;
    private final LongToIntFunction price;

    public ProofOfWork(PinHashes hashes, SecureRandom random) {
        this(hashes, random, PinBudget::bits);
    }

    /** @param price leading zero bits of each puzzle, for so many wrong PINs of the company */
    ProofOfWork(PinHashes hashes, SecureRandom random, LongToIntFunction price) {
        this.hashes = hashes;
        this.random = random;
        this.price = price;
    }

    String challenge(UUID company, Source source, long wrongOfCompany, Instant now) {
        var nonce = new byte[16];
        random.nextBytes(nonce);
        var bits = price.applyAsInt(wrongOfCompany);
        var text = now.getEpochSecond() + "." + bits + "." + HexFormat.of().formatHex(nonce);
        return text + "." + signature(text, company, source);
    }

    /** Whether this is a true challenge for this source, still valid, worth the price of now, and solved. */
    boolean isSolved(String solution, UUID company, Source source, long wrongOfCompany, Instant now) {
        if (solution.length() > LONGEST_SOLUTION || !solution.matches(SOLUTION_SHAPE)) {
            return false;
        }
        var challenge = solution.substring(0, solution.indexOf(':'));
        var counters = solution.substring(solution.indexOf(':') + 1).split(",", -1);
        var field = challenge.split("\\.", -1);
        var issued = Instant.ofEpochSecond(Long.parseLong(field[0]));
        var promised = Integer.parseInt(field[1]);
        return isGenuine(challenge, company, source)
                && promised >= price.applyAsInt(wrongOfCompany) - FORGIVEN_BITS
                && !issued.isAfter(now)
                && issued.plus(VALID).isAfter(now)
                && counters.length == PinBudget.PUZZLES
                && areSolved(challenge, counters, promised);
    }

    private boolean isGenuine(String challenge, UUID company, Source source) {
        var dot = challenge.lastIndexOf('.');
        var expected = signature(challenge.substring(0, dot), company, source);
        return MessageDigest.isEqual(ascii(expected), ascii(challenge.substring(dot + 1)));
    }

    private String signature(String text, UUID company, Source source) {
        return hashes.sign(text + " " + company + " " + source.key());
    }

    private static boolean areSolved(String challenge, String[] counters, int bits) {
        for (var i = 0; i < counters.length; i++) {
            if (leadingZeroBits(sha256(challenge + ":" + i + ":" + counters[i])) < bits) {
                return false;
            }
        }
        return true;
    }

    static int leadingZeroBits(byte[] hash) {
        var bits = 0;
        for (var b : hash) {
            if (b != 0) {
                return bits + Integer.numberOfLeadingZeros(b & 0xff) - 24;
            }
            bits += 8;
        }
        return bits;
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(ascii(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
