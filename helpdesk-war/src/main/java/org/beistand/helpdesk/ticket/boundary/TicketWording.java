package org.beistand.helpdesk.ticket.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.beistand.helpdesk.platform.faces.Language;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.helpdesk.platform.words.FileSize;
import org.beistand.helpdesk.ticket.boundary.EntryView.AttachmentView;
import org.beistand.helpdesk.ticket.boundary.EntryView.ChangeView;
import org.beistand.helpdesk.ticket.boundary.EntryView.DispatchView;
import org.beistand.helpdesk.ticket.boundary.EntryView.SessionNewsView;
import org.beistand.helpdesk.ticket.boundary.EntryView.SurveyView;
import org.beistand.helpdesk.ticket.control.Reasons;
import org.beistand.helpdesk.ticket.entity.Attachment;
import org.beistand.helpdesk.ticket.entity.TicketField;

/** Says times, sizes and codes in words. In pages: {@code #{wording}}. */
@Named("wording")
@RequestScoped
public class TicketWording {

    private static final String TEXTS = "org.beistand.helpdesk.ticket.messages";
    private static final String SHARED = "org.beistand.helpdesk.platform.messages";

    @Inject
    Texts texts;

    @Inject
    Language language;

    @Inject
    Clock clock;

    /** What somebody wrote and what their mail program repeated, in order. */
    public List<QuotedText.Passage> passages(String text) {
        return QuotedText.passages(text);
    }

    /** How much there is to show. */
    public String lines(long count) {
        return count == 1 ? texts.of(TEXTS, "entry.quoted.line") : texts.of(TEXTS, "entry.quoted.lines", count);
    }

    /** For example {@code 5 min ago}. */
    public String ago(Instant at) {
        var passed = Duration.between(at, clock.instant());
        if (passed.compareTo(Duration.ofMinutes(1)) < 0) {
            return texts.of(SHARED, "time.now");
        }
        if (passed.compareTo(Duration.ofHours(1)) < 0) {
            return texts.of(SHARED, "time.minutes", passed.toMinutes());
        }
        if (passed.compareTo(Duration.ofDays(1)) < 0) {
            return texts.of(SHARED, "time.hours", passed.toHours());
        }
        return texts.of(SHARED, "time.days", passed.toDays());
    }

    /** Date and time in full, in the server's zone; a script puts it into the reader's. */
    public String exactly(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(at.atZone(ZoneId.systemDefault()));
    }

    /** Why a file was not attached; {@code type} comes from an address, so anybody may have written it. */
    public String refusal(String type) {
        return type.equals("attachment-too-large")
                ? texts.of(TEXTS, "problem.attachment-too-large", Attachment.LARGEST >> 20)
                : texts.of(TEXTS, "upload.refused");
    }

    public String duration(long seconds) {
        if (seconds < 60) {
            return texts.of(TEXTS, "duration.seconds", seconds);
        }
        if (seconds < 3_600) {
            return texts.of(TEXTS, "duration.minutes", seconds / 60, seconds % 60);
        }
        return texts.of(TEXTS, "duration.hours", seconds / 3_600, seconds % 3_600 / 60);
    }

    public String size(long bytes) {
        var size = FileSize.of(bytes);
        return texts.of(FileSize.BUNDLE, size.textKey(), size.amount());
    }

    /** How many files besides those that the card lists. */
    public String moreFiles(int count) {
        return texts.of(TEXTS, "entry.session.files.more", count);
    }

    /** A code in words where the bundle knows it, else the code itself: the session room may invent new ones. */
    public String code(String kind, String code) {
        return known(kind, code).orElse(code);
    }

    private Optional<String> known(String kind, String code) {
        return texts.known(TEXTS, kind + "." + code.toLowerCase(Locale.ROOT));
    }

    /** What a field held before. */
    public String before(ChangeView change) {
        return value(change.field(), change.from());
    }

    /** What a field holds since. */
    public String after(ChangeView change) {
        return value(change.field(), change.to());
    }

    /** Whether both values are short enough to be told in one sentence. */
    public boolean isShort(ChangeView change) {
        return change.field() != TicketField.DESCRIPTION && change.field() != TicketField.SUBJECT;
    }

    /** The one-sentence form of a change, without who did it and when. */
    public String sentence(ChangeView change) {
        var field = texts.of(TEXTS, "field." + change.field());
        return isShort(change)
                ? texts.of(TEXTS, "entry.change", change.author().name(), field, before(change), after(change))
                : texts.of(TEXTS, "entry.change.long", change.author().name(), field);
    }

    /** Why something was not sent, in the reader's words. */
    public String reason(String reason) {
        return Reasons.inWords(reason, code -> known("reason", code));
    }

    /** What was sent to whom, without what became of it. */
    public String dispatched(DispatchView sent) {
        return texts.of(TEXTS, "dispatch." + sent.way() + "." + sent.purpose(), sent.recipient());
    }

    /** Who came into a session, left it or leads it now, in one sentence. */
    public String sessionNews(SessionNewsView news) {
        var author = news.author().name();
        var known = author.isEmpty() ? texts.of(TEXTS, "entry.session_news.customer") : author;
        return texts.of(TEXTS, "entry.session_news." + news.what(), known, news.person());
    }

    /** Stars in figures and words, for example {@code 4 of 5: good}. */
    public String stars(SurveyView survey) {
        return texts.of(
                TEXTS, "entry.survey.stars", survey.stars(), texts.of(TEXTS, "entry.survey.stars." + survey.stars()));
    }

    /** Who answered; not everybody is known by name. */
    public String answeredBy(SurveyView survey) {
        var author = survey.author().name();
        return author.isEmpty() ? texts.of(TEXTS, "entry.session_news.customer") : author;
    }

    public String names(List<String> people) {
        return String.join(", ", people);
    }

    /** Who attached a file. */
    public String attached(AttachmentView file) {
        return texts.of(TEXTS, "entry.attachment", file.author().name());
    }

    /** The label of the button that sends a public reply. */
    public String sendTo(String name) {
        return texts.of(TEXTS, "compose.reply.send", name);
    }

    private String value(TicketField field, String value) {
        return switch (field) {
            case STATE -> texts.of(TEXTS, "state." + value);
            case PRIORITY -> texts.of(TEXTS, "priority." + value);
            case ASSIGNEE -> value.isEmpty() ? texts.of(TEXTS, "unassigned") : value;
            case SUBJECT, DESCRIPTION, REQUESTER, CHANNEL, DEVICE ->
                value.isEmpty() ? texts.of(TEXTS, "entry.nothing") : value;
        };
    }
}
