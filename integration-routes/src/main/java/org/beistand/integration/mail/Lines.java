package org.beistand.integration.mail;

/** Keeps what people typed from becoming headers. */
final class Lines {

    private Lines() {}

    /** One line without control characters: what follows a line break in a header would be a header of its own. */
    static String one(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085]+", " ").strip();
    }
}
