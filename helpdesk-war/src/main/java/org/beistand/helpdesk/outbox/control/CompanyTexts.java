package org.beistand.helpdesk.outbox.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.beistand.helpdesk.identity.control.Companies;
import org.beistand.helpdesk.identity.entity.Company;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;

/** Words for what is written while nobody is signed in: in the language of the current company. */
@ApplicationScoped
public class CompanyTexts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Why something was not delivered, by the code that stands before the colon. */
    private static final String REASONS = "org.beistand.helpdesk.ticket.messages";

    @Inject
    Companies companies;

    /** @throws java.util.MissingResourceException for an unknown bundle or key */
    public String of(String bundle, String key, Object... arguments) {
        Locale language =
                companies.byId(CurrentCompany.require()).map(Company::language).orElse(Locale.ENGLISH);
        String pattern = ResourceBundle.getBundle(bundle, language, CompanyTexts.class.getClassLoader(), NO_FALLBACK)
                .getString(key);
        return new MessageFormat(pattern, language).format(arguments);
    }

    /** A reason in words: its codes, and after a colon what the other side said, as it said it. */
    String reason(String reason) {
        String[] parts = reason.split(": ", 2);
        try {
            String words = of(REASONS, "reason." + parts[0]);
            return parts.length == 1 ? words : words + ": " + reason(parts[1]);
        } catch (MissingResourceException unknown) {
            return reason;
        }
    }
}
