package org.beistand.helpdesk.mail.control;

import static org.beistand.helpdesk.mail.control.MailLook.paragraph;
import static org.beistand.helpdesk.mail.control.MailLook.small;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.beistand.helpdesk.invitation.control.Invitations.Opened;
import org.beistand.integration.mail.MailAddress;
import org.beistand.integration.mail.OutgoingMail;
import org.beistand.integration.mail.PublicWords;

/** Writes invitations: who wants to help, one link, until when; and the PIN if the company sends it. SESSION-FLOW 2. */
@ApplicationScoped
public class InvitationLetters {

    @Inject
    MailLook look;

    public OutgoingMail letter(UUID id, MailAddress from, String to, Opened invitation) {
        Locale language = invitation.language();
        String company = look.companyName();
        return new OutgoingMail(
                id,
                from,
                new MailAddress(invitation.customer(), to),
                look.text(language, "invitation.subject", company, invitation.ticket()),
                new PublicWords(text(invitation, company), html(invitation, company)),
                language,
                List.of(),
                List.of(),
                true);
    }

    private String text(Opened invitation, String company) {
        Locale language = invitation.language();
        var text = new StringBuilder()
                .append(greeting(invitation))
                .append("\n\n")
                .append(lead(invitation, company))
                .append("\n\n")
                .append(invitation.link())
                .append("\n\n")
                .append(until(invitation));
        if (!invitation.pin().isEmpty()) {
            text.append("\n\n").append(look.text(language, "invitation.pin", invitation.pin()));
        }
        return text.append("\n\n")
                .append(look.text(language, "invitation.careful"))
                .append("\n\n-- \n")
                .append(look.text(language, "foot", company))
                .append('\n')
                .toString();
    }

    private String html(Opened invitation, String company) {
        Locale language = invitation.language();
        var content = new StringBuilder()
                .append(paragraph(greeting(invitation)))
                .append(paragraph(lead(invitation, company)))
                .append(look.button(invitation.link(), look.text(language, "invitation.button")))
                .append(paragraph(until(invitation)));
        if (!invitation.pin().isEmpty()) {
            content.append(paragraph(look.text(language, "invitation.pin", invitation.pin())));
        }
        content.append(small(look.text(language, "invitation.by_hand") + "\n" + invitation.link()))
                .append(small(look.text(language, "invitation.careful")));
        return look.page(language, content.toString(), look.text(language, "foot", company));
    }

    private String greeting(Opened invitation) {
        return invitation.customer().isEmpty()
                ? look.text(invitation.language(), "greeting.nobody")
                : look.text(invitation.language(), "greeting", invitation.customer());
    }

    private String lead(Opened invitation, String company) {
        return look.text(
                invitation.language(), "invitation.lead", invitation.technician(), company, invitation.ticket());
    }

    private String until(Opened invitation) {
        return look.text(invitation.language(), "invitation.until", at(invitation.expiresAt(), invitation.language()));
    }

    /** With the zone: nobody knows where the reader is. */
    private static String at(Instant time, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(language)
                        .format(time.atZone(ZoneId.systemDefault()))
                + " "
                + DateTimeFormatter.ofPattern("zzz", language).format(time.atZone(ZoneId.systemDefault()));
    }
}
