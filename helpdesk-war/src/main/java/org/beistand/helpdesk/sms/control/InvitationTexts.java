package org.beistand.helpdesk.sms.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import org.beistand.helpdesk.identity.control.Companies;
import org.beistand.helpdesk.invitation.control.Invitations.Opened;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;

/** Writes invitations for a telephone: who, the link, until when, and the PIN if the company sends it. SESSION-FLOW 2. */
@ApplicationScoped
public class InvitationTexts {

    private static final String BUNDLE = "org.beistand.helpdesk.sms.messages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** A company's name must not push the link into a third message. */
    private static final int LONGEST_NAME = 40;

    @Inject
    Companies companies;

    public String text(Opened invitation) {
        String company = companies.byId(CurrentCompany.require()).orElseThrow().name();
        Locale language = invitation.language();
        String until = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(language)
                .format(invitation.expiresAt().atZone(ZoneId.systemDefault()))
                // A narrow no-break space would turn the whole text into a dearer alphabet.
                .replace('\u202f', ' ');
        String text = say(language, "invitation", cut(company), cut(invitation.technician()), invitation.link(), until);
        return invitation.pin().isEmpty() ? text : text + " " + say(language, "invitation.pin", invitation.pin());
    }

    public String test(Locale language) {
        return say(language, "test.text");
    }

    private static String say(Locale language, String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(BUNDLE, language, InvitationTexts.class.getClassLoader(), NO_FALLBACK)
                .getString(key);
        return new MessageFormat(pattern, language).format(arguments);
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
