package org.beistand.integration.mail;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A mail for tests that are about its way and not about its words. */
final class AnyMail {

    private AnyMail() {}

    static OutgoingMail toAnna() {
        return new OutgoingMail(
                UUID.randomUUID(),
                new MailAddress("Desk", "support@desk.example.com"),
                new MailAddress("Anna", "anna@example.com"),
                "Subject",
                new PublicWords("text", "<p>text</p>"),
                Locale.ENGLISH,
                List.of(),
                List.of(),
                false);
    }
}
