package org.beistand.helpdesk.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.web.OwnCookies;

/** The language of this request: the account's choice, the language cookie, the browser's wish, then English. */
@Named
@RequestScoped
public class Language {

    /** Set by the language switch, for those who have no account and for the page before the login; lives a year. */
    static final String COOKIE = "beistand_language";

    private static final List<Locale> COMPLETE = List.of(Locale.ENGLISH, Locale.GERMAN);

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    public Locale locale() {
        return Stream.of(accountChoice(), cookie(), browserWish())
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** {@code en} or {@code de}, for the {@code lang} attribute and {@code f:view}. */
    public String getTag() {
        return locale().getLanguage();
    }

    /** Whether this is a language with complete texts. */
    public static boolean isComplete(String tag) {
        return complete(tag).isPresent();
    }

    /** The complete languages, to choose from. */
    public List<String> getChoices() {
        return COMPLETE.stream().map(Locale::getLanguage).toList();
    }

    static Optional<Locale> complete(String tag) {
        return COMPLETE.stream()
                .filter(locale -> locale.getLanguage()
                        .equals(Locale.forLanguageTag(tag.replace('_', '-')).getLanguage()))
                .findFirst();
    }

    private Optional<Locale> cookie() {
        return OwnCookies.value(request, COOKIE).flatMap(Language::complete);
    }

    private Optional<Locale> accountChoice() {
        return caller.optional().map(Caller::language).flatMap(Language::complete);
    }

    private Optional<Locale> browserWish() {
        if (request.getHeader("Accept-Language") == null) {
            return Optional.empty();
        }
        return java.util.Collections.list(request.getLocales()).stream()
                .map(Locale::toLanguageTag)
                .map(Language::complete)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
