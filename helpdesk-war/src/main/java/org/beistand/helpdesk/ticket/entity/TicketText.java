package org.beistand.helpdesk.ticket.entity;

/** How long the texts of a ticket may be, in characters, and the one check for it. */
public final class TicketText {

    /** One line in a list and in an e-mail's subject. */
    public static final int SUBJECT = 200;

    /** A description, a reply or a note: a long e-mail with its quotations. */
    public static final int BODY = 20_000;

    private TicketText() {}

    /** As much of a line from elsewhere as a subject holds. */
    public static String shortened(String line) {
        return line.length() <= SUBJECT ? line : line.substring(0, SUBJECT - 1) + "…";
    }

    static String subject(String text) {
        return checked("subject", text.strip().replaceAll("\\s+", " "), SUBJECT);
    }

    static String body(String field, String text) {
        return checked(field, text.strip(), BODY);
    }

    /** A description may be empty: many tickets say everything in their subject. */
    static String description(String text) {
        return text.isBlank() ? "" : body("description", text);
    }

    /** A name or serial number, or nothing. */
    static String device(String text) {
        return text.isBlank() ? "" : checked("device", text.strip().replaceAll("\\s+", " "), SUBJECT);
    }

    private static String checked(String field, String text, int limit) {
        // U+0000 is no text, and PostgreSQL refuses it.
        var clean = text.replace("\0", "");
        if (clean.isEmpty() || clean.length() > limit) {
            throw new TicketTextException(field, limit);
        }
        return clean;
    }
}
