package org.beistand.helpdesk.servicenow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.beistand.helpdesk.outbox.control.CompanyTexts;

/** Words and times as notes have them. */
@ApplicationScoped
class NoteTexts {

    private static final String BUNDLE = "org.beistand.helpdesk.servicenow.messages";
    private static final String TICKET = "org.beistand.helpdesk.ticket.messages";
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    @Inject
    CompanyTexts texts;

    String of(String key, Object... arguments) {
        return texts.of(BUNDLE, key, arguments);
    }

    /** How a session ended, in the words that the ticket has for it; a code that it does not know as it is. */
    String outcome(String code) {
        return texts.known(TICKET, "outcome." + code.toLowerCase(Locale.ROOT)).orElse(code);
    }

    static String at(Instant time) {
        return UTC.format(time);
    }

    /** Hours, minutes and seconds: {@code 0:12:07}. */
    static String time(Duration duration) {
        return "%d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}
