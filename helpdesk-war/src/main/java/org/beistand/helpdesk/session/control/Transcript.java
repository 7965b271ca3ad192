package org.beistand.helpdesk.session.control;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.beistand.helpdesk.platform.words.FileSize;
import org.beistand.helpdesk.session.entity.JournalLine;
import org.beistand.helpdesk.session.entity.Participation;
import org.beistand.helpdesk.session.entity.SupportSession;

/**
 * A session as a text that people keep: who, when, what was allowed and how, which files were moved, what was said,
 * how it ended. In the session's
 * language, with times of the helpdesk's zone. Pure: everything it tells comes in.
 */
public final class Transcript {

    private static final String BUNDLE = "org.beistand.helpdesk.session.messages";
    private static final String LINE = "\n";

    private final SupportSession session;
    private final Locale locale;
    private final ZoneId zone;
    private final ResourceBundle texts;
    private final ResourceBundle sizes;

    public Transcript(SupportSession session, ZoneId zone) {
        this.session = session;
        this.locale = Locale.forLanguageTag(session.invitation().language());
        this.zone = zone;
        this.texts = bundle(BUNDLE);
        this.sizes = bundle(FileSize.BUNDLE);
    }

    /** Plain text, lines end with \n. */
    public String write(List<Participation> participants, List<JournalLine> journal) {
        var text = new StringBuilder();
        head(text);
        section(text, "transcript.participants");
        participants.forEach(who -> line(text, participant(who)));
        section(text, "transcript.permissions");
        session.milestones().termsAcceptedAt().ifPresent(at -> line(text, say("transcript.terms", time(at))));
        lines(text, journal, JournalLine.Kind.DECISION);
        lines(text, journal, JournalLine.Kind.CAPTURE_FAILED);
        lines(text, journal, JournalLine.Kind.STEERING_PASSED);
        lines(text, journal, JournalLine.Kind.REMOVED);
        lines(text, journal, JournalLine.Kind.CLIPBOARD);
        if (journal.stream().anyMatch(entry -> entry.kind() == JournalLine.Kind.FILE)) {
            section(text, "transcript.files");
            lines(text, journal, JournalLine.Kind.FILE);
        }
        section(text, "transcript.chat");
        lines(text, journal, JournalLine.Kind.CHAT);
        return text.toString();
    }

    /** File name in the ticket's language, for instance {@code Sitzung INC-1042 2026-11-21 10.42.txt}. */
    public String fileName() {
        var at = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm", Locale.ROOT)
                .withZone(zone)
                .format(session.milestones().requestedAt());
        return say("transcript.file", session.invitation().ticketNumber(), at);
    }

    /** One decision in words: what, by whom, when and how it was authorised. */
    public String decision(JournalLine line) {
        var key = "transcript.decision." + line.decision().name().toLowerCase(Locale.ROOT);
        return say(key, permission(line.permission()), time(line.at()), line.author());
    }

    private ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle(
                name,
                locale,
                Transcript.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private void head(StringBuilder text) {
        var invitation = session.invitation();
        var milestones = session.milestones();
        line(text, say("transcript.title", invitation.ticketNumber(), invitation.ticketSubject()));
        line(text, say("transcript.requested", invitation.technicianName(), dateTime(milestones.requestedAt())));
        milestones
                .arrivedAt()
                .ifPresent(at -> line(
                        text,
                        say(
                                "transcript.arrived."
                                        + milestones
                                                .arrival()
                                                .map(Enum::name)
                                                .orElse("PIN")
                                                .toLowerCase(Locale.ROOT),
                                invitation.customerName(),
                                time(at))));
        milestones.startedAt().ifPresent(at -> line(text, say("transcript.started", time(at))));
        line(text, say("transcript.waited", duration(milestones.waited())));
        line(text, say("transcript.worked", duration(milestones.worked())));
        milestones
                .endedAt()
                .ifPresent(at -> line(
                        text,
                        say(
                                "transcript.ended",
                                time(at),
                                say("end."
                                        + session.endReason()
                                                .map(Enum::name)
                                                .orElse("EXPIRED")
                                                .toLowerCase(Locale.ROOT)))));
    }

    private void lines(StringBuilder text, List<JournalLine> journal, JournalLine.Kind kind) {
        journal.stream()
                .filter(entry -> entry.kind() == kind)
                .forEach(entry -> line(
                        text,
                        switch (entry.kind()) {
                            case CHAT -> say("transcript.said", time(entry.at()), author(entry), entry.text());
                            case DECISION -> decision(entry);
                            case CAPTURE_FAILED -> say("transcript.capture_failed", time(entry.at()));
                            case STEERING_PASSED ->
                                entry.author().isEmpty()
                                        ? say("transcript.steering.nobody", time(entry.at()))
                                        : say("transcript.steering", time(entry.at()), entry.author());
                            case REMOVED -> say("transcript.removed", time(entry.at()), entry.author());
                            case CLIPBOARD ->
                                say(
                                        "clipboard_in".equals(entry.permission())
                                                ? "transcript.clipboard.in"
                                                : "transcript.clipboard.out",
                                        time(entry.at()),
                                        entry.author(),
                                        entry.text());
                            case FILE -> file(entry);
                        }));
    }

    private String file(JournalLine entry) {
        var file = entry.file();
        var size = FileSize.of(file.bytes());
        return say(
                "file_write".equals(entry.permission()) ? "transcript.file.in" : "transcript.file.out",
                time(entry.at()),
                entry.author(),
                file.name(),
                say(sizes, size.textKey(), size.amount()),
                file.sha256());
    }

    private String participant(Participation who) {
        var name = who.name().isEmpty() ? say("role.customer") : who.name();
        var role = say(who.isCustomer() ? "role.customer" : "role.technician");
        return say(
                "transcript.participant",
                name,
                role,
                time(who.joinedAt()),
                who.leftAt().map(this::time).orElse("–"));
    }

    private String author(JournalLine entry) {
        if (!entry.author().isEmpty()) {
            return entry.author();
        }
        return say(entry.isFromCustomer() ? "role.customer" : "role.technician");
    }

    private String permission(String wireName) {
        var key = "permission." + wireName;
        return texts.containsKey(key) ? texts.getString(key) : wireName;
    }

    private String duration(Duration duration) {
        return say("transcript.duration", duration.toMinutes(), duration.toSecondsPart());
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", locale).withZone(zone).format(at);
    }

    private String dateTime(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(at);
    }

    private void section(StringBuilder text, String key) {
        text.append(LINE).append(say(key)).append(LINE);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(LINE);
    }

    private String say(String key, Object... arguments) {
        return say(texts, key, arguments);
    }

    private String say(ResourceBundle bundle, String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
