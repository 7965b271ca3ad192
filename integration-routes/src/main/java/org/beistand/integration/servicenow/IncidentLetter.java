package org.beistand.integration.servicenow;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One thing that happened, as ServiceNow is to know it.
 *
 * @param id of the event: the same at every attempt, and part of what is written, so that a repetition is recognised
 * @param kind of the event, for people and programs that read the notes
 * @param correlationId our ticket over there, at most 100 characters
 * @param product how the incident names its origin
 * @param opening the incident as it is to be created if there is none yet
 * @param change what else is to be different afterwards
 * @param repeat whether an earlier attempt may have had its effect
 */
public record IncidentLetter(
        UUID id,
        String kind,
        String correlationId,
        String product,
        Optional<String> knownSysId,
        IncidentFields opening,
        IncidentFields change,
        Optional<WorkNote> workNote,
        Optional<Comment> comment,
        List<FileToAttach> files,
        boolean repeat) {

    /** What stands between [code] and [/code] is HTML over there; what people and programs write here never is. */
    private static final Pattern MARKUP = Pattern.compile("\\[(?=/?code\\])", Pattern.CASE_INSENSITIVE);

    public IncidentLetter {
        files = List.copyOf(files);
    }

    /** An incident that was there before our ticket becomes ours when the ticket is told of. */
    boolean adopts() {
        return knownSysId.isPresent() && kind.equals("ticket.created");
    }

    /** Whether it changes columns of an incident that is there, and that others may have changed before. */
    public boolean changesFields() {
        return knownSysId.isPresent() && (adopts() || !change.isEmpty());
    }

    /** Programs find our notes by this. */
    String mark() {
        return "[Beistand " + kind + " " + id + "]";
    }

    /** The first line says what it is. */
    Optional<String> markedNote() {
        return workNote.map(note -> mark() + "\n" + asWords(note.text()));
    }

    /** The caller reads this: the mark is small and comes last. */
    Optional<String> markedComment() {
        return comment.map(words -> asWords(words.text()) + "\n\n[Ref " + id + "]");
    }

    private static String asWords(String text) {
        return MARKUP.matcher(text).replaceAll("[ ");
    }
}
