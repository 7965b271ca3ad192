package org.beistand.engine.protocol.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Status;
import org.jspecify.annotations.Nullable;

/**
 * One line of the applet's journal. Which of the optional parts are there depends on the kind.
 *
 * @param entryId made by the applet (for a chat line: the line's id); the helpdesk takes each once
 * @param number 1, 2, 3 ... within the session, without gaps
 * @param at the applet's clock
 * @param kind what happened
 * @param author CHAT_LINE: display name of who wrote it; PERMISSION_DECIDED: of the technician who asked;
 *     STEERING_PASSED: of who has mouse and keyboard from now on, empty for nobody; TECHNICIAN_REMOVED: of who had to go;
 *     CLIPBOARD_MOVED: of whose clipboard it came from or went to; FILE_MOVED: who sent or got the file
 * @param fromCustomer CHAT_LINE: whether the customer wrote it
 * @param text CHAT_LINE: the line; CAPTURE_FAILED: the reason's message key; TECHNICIAN_REMOVED: the grant's subject;
 *     CLIPBOARD_MOVED: forms and bytes, e.g. {@code text/plain 12, image/png 3456}, never content
 * @param permission PERMISSION_DECIDED: wire name, e.g. {@code view}; CLIPBOARD_MOVED: {@code clipboard_in} to the
 *     customer, {@code clipboard_out} from there; FILE_MOVED: {@code file_write} to the customer's computer, {@code
 *     file_read} from there
 * @param decision PERMISSION_DECIDED: what the customer decided
 * @param status SESSION_ENDED: why
 * @param file FILE_MOVED: which; only whole files are reported
 */
public record JournalEntry(
        UUID entryId,
        int number,
        Instant at,
        Kind kind,
        @Nullable String author,
        boolean fromCustomer,
        @Nullable String text,
        @Nullable String permission,
        @Nullable Decision decision,
        @Nullable Status status,
        @Nullable MovedFile file) {

    /**
     * A file that went from one end to the other.
     *
     * @param name without a path, 1 to {@link Limits#FILE_NAME_CHARACTERS} characters
     * @param bytes its size
     * @param sha256 SHA-256 over all of it, 64 lower-case hexadecimal digits
     */
    public record MovedFile(String name, long bytes, String sha256) {

        private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

        public MovedFile {
            if (name.isEmpty() || name.length() > Limits.FILE_NAME_CHARACTERS) {
                throw new IllegalArgumentException("a file's name has " + name.length() + " characters");
            }
            if (bytes < 0 || bytes > Limits.FILE_BYTES) {
                throw new IllegalArgumentException("a file of " + bytes + " bytes");
            }
            if (!SHA256.matcher(sha256).matches()) {
                throw new IllegalArgumentException("no SHA-256: " + sha256.length() + " characters");
            }
        }
    }

    /** What an applet reports. */
    public enum Kind {
        CHAT_LINE,
        PERMISSION_DECIDED,
        CAPTURE_FAILED,
        STEERING_PASSED,
        TECHNICIAN_REMOVED,
        CLIPBOARD_MOVED,
        FILE_MOVED,
        SESSION_ENDED
    }

    /** How a question to the customer ended: the wire's {@code consent.Decision} without its prefix. */
    public enum Decision {
        GRANTED,
        DECLINED,
        TIMED_OUT,
        WITHDRAWN,
        NOT_PERMITTED,
        LAPSED
    }

    public JournalEntry {
        requireNonNull(entryId, "entryId");
        requireNonNull(at, "at");
        requireNonNull(kind, "kind");
        boolean complete = switch (kind) {
            case CHAT_LINE -> author != null && text != null;
            case PERMISSION_DECIDED -> permission != null && decision != null;
            case CAPTURE_FAILED -> text != null;
            case STEERING_PASSED -> author != null;
            case TECHNICIAN_REMOVED -> author != null && text != null;
            case CLIPBOARD_MOVED -> author != null && permission != null && text != null;
            case FILE_MOVED -> author != null && permission != null && file != null;
            case SESSION_ENDED -> status != null;
        };
        if (!complete) {
            throw new IllegalArgumentException("a journal entry of kind " + kind + " lacks a part");
        }
    }

    /** Somebody wrote a chat line. */
    public static JournalEntry chatLine(
            UUID lineId, int number, Instant at, String author, boolean fromCustomer, String text) {
        return new JournalEntry(lineId, number, at, Kind.CHAT_LINE, author, fromCustomer, text, null, null, null, null);
    }

    /** A question was answered, or an answer taken back. */
    public static JournalEntry permissionDecided(
            UUID entryId, int number, Instant at, @Nullable String technician, String permission, Decision decision) {
        return new JournalEntry(
                entryId,
                number,
                at,
                Kind.PERMISSION_DECIDED,
                technician,
                false,
                null,
                permission,
                decision,
                null,
                null);
    }

    /** No picture can be had. */
    public static JournalEntry captureFailed(UUID entryId, int number, Instant at, String reasonKey) {
        return new JournalEntry(
                entryId, number, at, Kind.CAPTURE_FAILED, null, false, reasonKey, null, null, null, null);
    }

    /** Another technician has mouse and keyboard. @param technician empty: nobody */
    public static JournalEntry steeringPassed(UUID entryId, int number, Instant at, String technician) {
        return new JournalEntry(
                entryId, number, at, Kind.STEERING_PASSED, technician, false, null, null, null, null, null);
    }

    /** The customer has removed a technician from the session. */
    public static JournalEntry technicianRemoved(
            UUID entryId, int number, Instant at, String technician, String subject) {
        return new JournalEntry(
                entryId, number, at, Kind.TECHNICIAN_REMOVED, technician, true, subject, null, null, null, null);
    }

    /** Something went from one clipboard to the other. */
    public static JournalEntry clipboardMoved(
            UUID entryId, int number, Instant at, String technician, String permission, String forms) {
        return new JournalEntry(
                entryId, number, at, Kind.CLIPBOARD_MOVED, technician, false, forms, permission, null, null, null);
    }

    /** A file has arrived at the other end. @param permission wire name: in which direction */
    public static JournalEntry fileMoved(
            UUID entryId, int number, Instant at, String technician, String permission, MovedFile file) {
        return new JournalEntry(
                entryId, number, at, Kind.FILE_MOVED, technician, false, null, permission, null, null, file);
    }

    /** The session is over. */
    public static JournalEntry sessionEnded(UUID entryId, int number, Instant at, Status status) {
        return new JournalEntry(entryId, number, at, Kind.SESSION_ENDED, null, false, null, null, null, status, null);
    }
}
