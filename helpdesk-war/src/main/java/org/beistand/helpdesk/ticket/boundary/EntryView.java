package org.beistand.helpdesk.ticket.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.ticket.entity.Attachment;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.Dispatch;
import org.beistand.helpdesk.ticket.entity.FieldChange;
import org.beistand.helpdesk.ticket.entity.InternalNote;
import org.beistand.helpdesk.ticket.entity.PublicReply;
import org.beistand.helpdesk.ticket.entity.SessionEntry;
import org.beistand.helpdesk.ticket.entity.SessionNews;
import org.beistand.helpdesk.ticket.entity.SessionSummary.FileMoved;
import org.beistand.helpdesk.ticket.entity.SessionSummary.PermissionDecided;
import org.beistand.helpdesk.ticket.entity.SurveyAnswer;
import org.beistand.helpdesk.ticket.entity.TicketField;
import org.beistand.helpdesk.ticket.entity.TimelineEntry;

/** One entry of a timeline as a technician sees it and as the REST interface tells it, each kind with its own shape. */
public sealed interface EntryView {

    /**
     * For programs and style sheets: {@code reply}, {@code note}, {@code change}, {@code attachment}, {@code session}, {@code
     * session_news}, {@code survey}, {@code dispatch}.
     */
    String kind();

    AuthorView author();

    Instant at();

    /** Who, and what kind of person. */
    record AuthorView(Author.Kind kind, String name) {
        static AuthorView of(Author author) {
            return new AuthorView(author.kind(), author.name());
        }
    }

    /** Public words, with the ids of what was sent with them. */
    record ReplyView(String kind, UUID id, AuthorView author, Instant at, String text, List<UUID> attachments)
            implements EntryView {
        static ReplyView of(PublicReply reply) {
            return new ReplyView(
                    "reply", reply.id(), AuthorView.of(reply.author()), reply.at(), reply.text(), reply.attachments());
        }
    }

    /** Internal words. */
    record NoteView(String kind, UUID id, AuthorView author, Instant at, String text) implements EntryView {
        static NoteView of(InternalNote note) {
            return new NoteView("note", note.id(), AuthorView.of(note.author()), note.at(), note.text());
        }
    }

    /** A field before and after; people and channels by name, states and priorities by code. */
    record ChangeView(String kind, UUID id, AuthorView author, Instant at, TicketField field, String from, String to)
            implements EntryView {
        static ChangeView of(FieldChange change, Names names) {
            return new ChangeView(
                    "change",
                    change.id(),
                    AuthorView.of(change.author()),
                    change.at(),
                    change.field(),
                    names.of(change.field(), change.from()),
                    names.of(change.field(), change.to()));
        }
    }

    /** A file without its bytes. */
    record AttachmentView(
            String kind,
            UUID id,
            AuthorView author,
            Instant at,
            String name,
            String mediaType,
            long size,
            String sha256)
            implements EntryView {
        static AttachmentView of(Attachment attachment) {
            return new AttachmentView(
                    "attachment",
                    attachment.id(),
                    AuthorView.of(attachment.author()),
                    attachment.at(),
                    attachment.name().value(),
                    attachment.mediaType(),
                    attachment.size(),
                    attachment.sha256());
        }
    }

    /** A finished session. @param recorded whether there is a recording of it now */
    record SessionView(
            String kind,
            UUID id,
            AuthorView author,
            Instant at,
            UUID sessionId,
            Instant startedAt,
            Instant endedAt,
            long durationSeconds,
            long waitingSeconds,
            String outcome,
            List<String> participants,
            List<PermissionDecided> permissions,
            List<FileMoved> files,
            int moreFiles,
            boolean recorded,
            Optional<UUID> transcript)
            implements EntryView {
        static SessionView of(SessionEntry entry, Set<UUID> recorded) {
            var summary = entry.summary();
            return new SessionView(
                    "session",
                    entry.id(),
                    AuthorView.of(entry.author()),
                    entry.at(),
                    summary.sessionId(),
                    summary.startedAt(),
                    summary.endedAt(),
                    summary.duration().toSeconds(),
                    summary.waiting().toSeconds(),
                    summary.outcome(),
                    summary.participants(),
                    summary.permissions(),
                    summary.files(),
                    summary.moreFiles(),
                    recorded.contains(summary.sessionId()),
                    summary.transcript());
        }
    }

    /** Something sent by e-mail or SMS, and what became of it. */
    record DispatchView(
            String kind,
            UUID id,
            AuthorView author,
            Instant at,
            Dispatch.Way way,
            Dispatch.Purpose purpose,
            String recipient,
            Dispatch.State state,
            String reason,
            Instant changedAt)
            implements EntryView {
        static DispatchView of(Dispatch dispatch) {
            return new DispatchView(
                    "dispatch",
                    dispatch.id(),
                    AuthorView.of(dispatch.author()),
                    dispatch.at(),
                    dispatch.way(),
                    dispatch.purpose(),
                    dispatch.recipient(),
                    dispatch.state(),
                    dispatch.reason(),
                    dispatch.changedAt());
        }
    }

    /** Who came into a running session, left it or leads it now. */
    record SessionNewsView(
            String kind, UUID id, AuthorView author, Instant at, UUID sessionId, SessionNews.What what, String person)
            implements EntryView {
        static SessionNewsView of(SessionNews news) {
            var fact = news.fact();
            return new SessionNewsView(
                    "session_news",
                    news.id(),
                    AuthorView.of(news.author()),
                    news.at(),
                    fact.sessionId(),
                    fact.what(),
                    fact.person());
        }
    }

    /** What the customer said about a session. */
    record SurveyView(String kind, UUID id, AuthorView author, Instant at, UUID sessionId, int stars, String comment)
            implements EntryView {
        static SurveyView of(SurveyAnswer answer) {
            var said = answer.said();
            return new SurveyView(
                    "survey",
                    answer.id(),
                    AuthorView.of(answer.author()),
                    answer.at(),
                    said.sessionId(),
                    said.stars(),
                    said.comment());
        }
    }

    /** Finds the names behind the ids that a history keeps. */
    @FunctionalInterface
    interface Names {
        String of(TicketField field, String value);
    }

    /** @param recorded sessions of the ticket of which there is a recording */
    static EntryView of(TimelineEntry entry, Names names, Set<UUID> recorded) {
        return switch (entry) {
            case PublicReply reply -> ReplyView.of(reply);
            case InternalNote note -> NoteView.of(note);
            case FieldChange change -> ChangeView.of(change, names);
            case Attachment attachment -> AttachmentView.of(attachment);
            case SessionEntry session -> SessionView.of(session, recorded);
            case Dispatch dispatch -> DispatchView.of(dispatch);
            case SessionNews news -> SessionNewsView.of(news);
            case SurveyAnswer answer -> SurveyView.of(answer);
        };
    }
}
