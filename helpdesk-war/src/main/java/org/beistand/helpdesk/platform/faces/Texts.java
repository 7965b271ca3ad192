package org.beistand.helpdesk.platform.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.beistand.helpdesk.platform.problem.DomainException.Rule;

/** Texts in the language of this request. */
@ApplicationScoped
public class Texts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Inject
    Language language;

    /** What a broken rule says to a person. */
    public String of(Rule rule) {
        return of(rule.bundle(), rule.textKey(), rule.arguments().toArray());
    }

    /** @throws java.util.MissingResourceException for an unknown bundle or key */
    public String of(String bundle, String key, Object... arguments) {
        return in(language.locale(), bundle, key, arguments);
    }

    /** Empty for a key that the bundle does not have. */
    public Optional<String> known(String bundle, String key) {
        try {
            return Optional.of(of(bundle, key));
        } catch (MissingResourceException unknown) {
            return Optional.empty();
        }
    }

    /** A text in a given language, for what leaves this request: mails, notes, announcements. */
    public String in(Locale locale, String bundle, String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(bundle, locale, Texts.class.getClassLoader(), NO_FALLBACK)
                .getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }
}
