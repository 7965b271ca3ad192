package org.beistand.helpdesk.servicenow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beistand.helpdesk.outbox.entity.OutboxEvent;
import org.beistand.helpdesk.platform.web.PublicAddress;
import org.beistand.helpdesk.recording.control.Tapes;
import org.beistand.helpdesk.ticket.control.Attachments;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.entity.Attachment;
import org.beistand.helpdesk.ticket.entity.SessionEntry;
import org.beistand.helpdesk.ticket.entity.SessionSummary;
import org.beistand.helpdesk.ticket.entity.SessionSummary.FileMoved;
import org.beistand.integration.servicenow.FileToAttach;

/** What work notes say about support sessions. A PIN is in no event, so it can be in no note. */
@ApplicationScoped
class SessionNotes {

    /** Transcripts are text; anything larger stays with us and is only named. */
    private static final long LARGEST_FILE = 8L * 1024 * 1024;

    /** Characters for the files in a note: some twenty of them. */
    private static final int FILES_CHARACTERS = 4_000;

    /** Permissions to work with something, as the ticket writes them; the others are about people. */
    private static final Set<String> TOOLS = Set.of(
            "view",
            "control",
            "clipboard_in",
            "clipboard_out",
            "file_read",
            "file_write",
            "system_information",
            "run_script",
            "reboot",
            "elevate");

    @Inject
    TicketTimeline timeline;

    @Inject
    Attachments attachments;

    @Inject
    Tapes tapes;

    @Inject
    PublicAddress address;

    @Inject
    NoteTexts texts;

    record Summary(String text, List<FileToAttach> files) {}

    /** One step of a session. */
    String step(OutboxEvent event, JsonObject payload) {
        JsonObject session = payload.getJsonObject("session");
        String technician = session.getString("technicianName", "");
        String at = NoteTexts.at(event.occurredAt());
        String id = session.getString("sessionId", "");
        String text = switch (event.type()) {
            case "session.requested" ->
                texts.of("session.requested", technician, session.getString("customerName", ""), at);
            case "session.started" -> texts.of("session.started", technician, at);
            case "session.technician_joined" -> texts.of("session.joined", payload.getString("name", technician), at);
            case "session.technician_left" -> texts.of("session.left", payload.getString("name", technician), at);
            case "session.handed_over" ->
                texts.of("session.handed_over", payload.getString("fromName", ""), technician, at);
            case "session.survey_answered" -> survey(payload, at);
            default ->
                texts.of(
                        "session.ended",
                        at,
                        texts.outcome(payload.getString("reason", "")),
                        NoteTexts.time(Duration.ofSeconds(payload.getInt("waitingSeconds", 0))),
                        NoteTexts.time(Duration.ofSeconds(payload.getInt("workingSeconds", 0))));
        };
        return text + "\n" + texts.of("session.id", id);
    }

    private String survey(JsonObject payload, String at) {
        String stars = texts.of("session.survey", payload.getInt("stars"), at);
        String comment = payload.getString("comment", "");
        return comment.isEmpty() ? stars : stars + "\n" + comment;
    }

    /** Everything about a finished session, with the transcript. */
    Summary summary(UUID ticket, UUID sessionId) {
        SessionSummary session = timeline.of(SessionEntry.class, ticket).stream()
                .map(SessionEntry::summary)
                .filter(summary -> summary.sessionId().equals(sessionId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no entry of session " + sessionId));
        Optional<Attachment> transcript = session.transcript().map(id -> attachments.require(ticket, id.toString()));
        String text = String.join(
                "\n",
                texts.of("summary.title", texts.outcome(session.outcome())),
                texts.of(
                        "summary.times",
                        NoteTexts.at(session.startedAt()),
                        NoteTexts.at(session.endedAt()),
                        NoteTexts.time(session.duration()),
                        NoteTexts.time(session.waiting())),
                texts.of("summary.people", String.join(", ", session.participants())),
                texts.of("summary.granted", permissions(session, true)),
                texts.of("summary.refused", permissions(session, false)),
                texts.of("summary.tools", tools(session)),
                recording(session.sessionId()),
                texts.of("summary.files", files(session)),
                texts.of(
                        "summary.transcript",
                        transcript.map(SessionNotes::described).orElse("-")),
                texts.of("session.id", session.sessionId().toString()));
        return new Summary(text, transcript.flatMap(this::file).stream().toList());
    }

    /** Where administrators play it. Without a public address the path has to do. */
    private String recording(UUID session) {
        return tapes.ofSession(session).isEmpty()
                ? texts.of("summary.recording")
                : texts.of("summary.recording.link", address.configured().orElse("") + "/desk/recording/" + session);
    }

    /**
     * What was allowed was put to use at once: the technician asks for it by starting it. A file that the customer chose
     * was not asked for.
     */
    private String tools(SessionSummary session) {
        Stream<String> granted = session.permissions().stream()
                .filter(SessionSummary.PermissionDecided::granted)
                .map(SessionSummary.PermissionDecided::permission);
        Stream<String> moved = session.files().stream().map(FileMoved::permission);
        String list = Stream.concat(granted, moved)
                .filter(TOOLS::contains)
                .distinct()
                .map(tool -> texts.of("tool." + tool))
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? "-" : list;
    }

    private static String permissions(SessionSummary session, boolean granted) {
        String list = session.permissions().stream()
                .filter(decided -> decided.granted() == granted)
                .map(decided -> decided.permission() + " (" + NoteTexts.at(decided.at()) + ")")
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? "-" : list;
    }

    /** Below the word one line for each, as long as the note stays short; the transcript names them all. */
    private String files(SessionSummary session) {
        var list = new StringBuilder();
        int told = 0;
        for (var file : session.files()) {
            String line = "\n" + moved(file);
            if (list.length() + line.length() > FILES_CHARACTERS) {
                break;
            }
            list.append(line);
            told++;
        }
        int more = session.files().size() - told + session.moreFiles();
        if (more > 0) {
            list.append("\n").append(texts.of("summary.files.more", more));
        }
        return list.isEmpty() ? " -" : list.toString();
    }

    private String moved(FileMoved file) {
        return texts.of(
                "file_write".equals(file.permission()) ? "summary.file.in" : "summary.file.out",
                described(file.name(), file.bytes(), file.sha256()),
                file.technician(),
                NoteTexts.at(file.at()));
    }

    private static String described(Attachment file) {
        return described(file.name().value(), file.size(), file.sha256());
    }

    private static String described(String name, long bytes, String sha256) {
        return name + " (" + bytes + " B, SHA-256 " + sha256 + ")";
    }

    private Optional<FileToAttach> file(Attachment attachment) {
        if (attachment.size() > LARGEST_FILE) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        int position = 0;
        for (var chunk = attachments.chunk(attachment.id(), position);
                chunk.isPresent();
                chunk = attachments.chunk(attachment.id(), ++position)) {
            bytes.writeBytes(chunk.get());
        }
        return Optional.of(new FileToAttach(
                attachment.name().value(), attachment.mediaType(), attachment.sha256(), bytes.toByteArray()));
    }
}
