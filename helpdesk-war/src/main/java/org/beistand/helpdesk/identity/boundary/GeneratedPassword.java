package org.beistand.helpdesk.identity.boundary;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Passwords that a person can read off a terminal and type: 20 characters of 32, 100 bits. */
final class GeneratedPassword {

    /** Without 0, 1, l and o, which look like others. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 20;

    private GeneratedPassword() {}

    static String next(SecureRandom random) {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
    }
}
