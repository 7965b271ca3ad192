package org.beistand.helpdesk.mail.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.beistand.integration.mail.MailAddress;
import org.beistand.integration.mail.OutgoingMail;
import org.beistand.integration.mail.PublicWords;

/** The message that an administrator sends to see whether the settings work. Says the same to everybody. */
@ApplicationScoped
public class TestLetters {

    @Inject
    MailLook look;

    public OutgoingMail letter(MailAddress from, String to, Locale language) {
        String text = look.text(language, "test.text");
        String company = look.companyName();
        return new OutgoingMail(
                UUID.randomUUID(),
                from,
                new MailAddress("", to),
                look.text(language, "test.subject", company),
                new PublicWords(text + "\n", look.page(language, MailLook.paragraph(text), company)),
                language,
                List.of(),
                List.of(),
                true);
    }
}
