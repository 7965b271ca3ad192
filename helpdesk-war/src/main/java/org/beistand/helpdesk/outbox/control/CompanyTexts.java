package org.beistand.helpdesk.outbox.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.beistand.helpdesk.identity.control.Companies;
import org.beistand.helpdesk.identity.entity.Company;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.ticket.control.Reasons;

/** Words for what is written while nobody is signed in: in the language of the current company. */
@ApplicationScoped
public class CompanyTexts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

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

    /** Why something was not delivered, in the company's words. */
    String reason(String reason) {
        return Reasons.inWords(reason, this::reasonOfCode);
    }

    private Optional<String> reasonOfCode(String code) {
        return known(REASONS, "reason." + code);
    }

    /** Empty for a key that the bundle does not have. */
    public Optional<String> known(String bundle, String key) {
        try {
            return Optional.of(of(bundle, key));
        } catch (MissingResourceException unknown) {
            return Optional.empty();
        }
    }
}
