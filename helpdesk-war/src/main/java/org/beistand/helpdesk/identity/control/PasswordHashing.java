package org.beistand.helpdesk.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id in the usual text form, {@code $argon2id$v=19$m=...,t=...,p=...$salt$hash}. */
@ApplicationScoped
public class PasswordHashing {

    /** OWASP's recommendation of 2024 for Argon2id with one lane: 19 MiB and two passes. */
    static final int MEMORY_KIB = 19 * 1024;

    static final int PASSES = 2;
    static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** Four at a time cost 76 MiB at most: a flood of logins waits instead of eating the heap. */
    private static final int CONCURRENT = 4;

    /** Longer than this and the person has gone away anyway. */
    private static final int WAIT_SECONDS = 10;

    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final Semaphore permits = new Semaphore(CONCURRENT, true);

    @Inject
    SecureRandom random;

    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = limited(() -> derive(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES));
        return text(salt, hash);
    }

    /** For an account whose password is kept elsewhere: a hash that nobody knows, nor ever will know, the password of. */
    public String ofNothing() {
        byte[] salt = new byte[SALT_BYTES];
        byte[] hash = new byte[HASH_BYTES];
        random.nextBytes(salt);
        random.nextBytes(hash);
        return text(salt, hash);
    }

    private static String text(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /** @throws HashingBusyException when too many others are being checked */
    public boolean matches(String password, String stored) {
        Matcher form = form(stored);
        byte[] salt = Base64.getDecoder().decode(form.group(4));
        byte[] expected = Base64.getDecoder().decode(form.group(5));
        byte[] actual = limited(() -> derive(
                password,
                salt,
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                expected.length));
        return MessageDigest.isEqual(expected, actual);
    }

    /** Whether {@code stored} was made with other parameters than today's. */
    public boolean isOutdated(String stored) {
        Matcher form = form(stored);
        return !form.group(1).equals(String.valueOf(MEMORY_KIB))
                || !form.group(2).equals(String.valueOf(PASSES))
                || !form.group(3).equals(String.valueOf(LANES));
    }

    /** Costs as much as a real check: an unknown login name must not answer faster than a wrong password. */
    public void pretendToCheck(String password) {
        byte[] salt = new byte[SALT_BYTES];
        limited(() -> derive(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES));
    }

    private byte[] limited(Supplier<byte[]> work) {
        try {
            if (!permits.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new HashingBusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HashingBusyException();
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private static byte[] derive(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static Matcher form(String stored) {
        Matcher form = FORM.matcher(stored);
        if (!form.matches()) {
            throw new IllegalStateException("A stored password hash is not Argon2id");
        }
        return form;
    }
}
