package org.beistand.helpdesk.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Times as people say them. In pages use {@code <b:time value="#{row.createdAt}"/>}, which shows the relative time and,
 * on hover, the exact one.
 */
@Named
@RequestScoped
public class Times {

    private static final String TEXTS = "org.beistand.helpdesk.platform.messages";
    private static final Duration SOON = Duration.ofMinutes(1);
    /** Older than this, a date says more than a number of days. */
    private static final Duration LONG_AGO = Duration.ofDays(14);

    @Inject
    Clock clock;

    @Inject
    Texts texts;

    @Inject
    Language language;

    @Inject
    @ConfigProperty(name = "beistand.zone")
    Optional<String> configuredZone;

    /** E.g. {@code 5 min ago}, {@code in 2 h}, or the date. */
    public String relative(Instant time) {
        Duration past = Duration.between(time, clock.instant());
        Duration distance = past.abs();
        if (distance.compareTo(SOON) < 0) {
            return texts.of(TEXTS, "time.now");
        }
        if (distance.compareTo(LONG_AGO) >= 0) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(language.locale())
                    .format(time.atZone(zone()));
        }
        String in = past.isNegative() ? "in_" : "";
        if (distance.toHours() < 1) {
            return texts.of(TEXTS, "time." + in + "minutes", distance.toMinutes());
        }
        return distance.toDays() < 1
                ? texts.of(TEXTS, "time." + in + "hours", distance.toHours())
                : texts.of(TEXTS, "time." + in + "days", distance.toDays());
    }

    /** Date, time and zone, in full. */
    public String exact(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.LONG)
                .withLocale(language.locale())
                .format(time.atZone(zone()));
    }

    private ZoneId zone() {
        return configuredZone.map(ZoneId::of).orElseGet(ZoneId::systemDefault);
    }
}
