package org.beistand.helpdesk.session.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * One thing the applet saw: a chat line, a decision of the customer, who steers, what was copied, a file that was moved, a
 * screen that could not be captured. The applet gives each an id, and the session takes each id once, however often it is
 * delivered.
 */
@Entity
@Table(name = "session_journal")
public class JournalLine {

    /** What a line tells. */
    public enum Kind {
        CHAT,
        DECISION,
        CAPTURE_FAILED,
        /** Another technician has mouse and keyboard: the author; empty text for nobody. */
        STEERING_PASSED,
        /** The customer removed a technician: the author. */
        REMOVED,
        /** Something went from one clipboard to the other: the permission says which way, the text forms and bytes. */
        CLIPBOARD,
        /** A file arrived at the other end: the permission says which way, the author who sent or got it. */
        FILE
    }

    /** What became of a question to the customer. */
    public enum Decision {
        /** By a click on "Allow" in the support program. */
        GRANTED,
        /** By a click on "Decline". */
        DECLINED,
        /** Silence is no. */
        TIMED_OUT,
        /** Granted before, taken back. */
        WITHDRAWN,
        /** Beyond what the technician may do: the customer was not asked. */
        NOT_PERMITTED,
        /** Granted before, and over without the customer: nobody was left, or a recording broke off. */
        LAPSED
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "session_id", nullable = false, updatable = false)
    private UUID sessionId;

    @Column(name = "entry_id", nullable = false, updatable = false)
    private UUID entryId;

    @Column(nullable = false, updatable = false)
    private int number;

    @Column(name = "at", nullable = false, updatable = false)
    private Instant at;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 16)
    private Kind kind;

    @Column(nullable = false, updatable = false, length = 200)
    private String author;

    @Column(name = "from_customer", nullable = false, updatable = false)
    private boolean fromCustomer;

    @Column(nullable = false, updatable = false, length = 4000)
    private String text;

    @Column(nullable = false, updatable = false, length = 40)
    private String permission;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false, length = 16)
    private @Nullable Decision decision;

    @Embedded
    private @Nullable MovedFile file;

    @SuppressWarnings("NullAway.Init")
    protected JournalLine() {}

    private JournalLine(UUID sessionId, UUID entryId, int number, Instant at, Kind kind, String author) {
        this.id = UUID.randomUUID();
        this.sessionId = sessionId;
        this.entryId = entryId;
        this.number = number;
        this.at = at;
        this.kind = kind;
        this.author = author;
        this.text = "";
        this.permission = "";
    }

    public static JournalLine chat(
            UUID sessionId, UUID entryId, int number, Instant at, String author, boolean fromCustomer, String text) {
        var line = new JournalLine(sessionId, entryId, number, at, Kind.CHAT, author);
        line.fromCustomer = fromCustomer;
        line.text = text;
        return line;
    }

    /** @param technician display name of who asked; empty text when unknown */
    public static JournalLine decision(
            UUID sessionId,
            UUID entryId,
            int number,
            Instant at,
            String technician,
            String permission,
            Decision decision) {
        var line = new JournalLine(sessionId, entryId, number, at, Kind.DECISION, technician);
        line.permission = permission;
        line.decision = decision;
        return line;
    }

    public static JournalLine captureFailed(UUID sessionId, UUID entryId, int number, Instant at, String reason) {
        var line = new JournalLine(sessionId, entryId, number, at, Kind.CAPTURE_FAILED, "");
        line.text = reason;
        return line;
    }

    /** @param technician display name of who steers from now on; empty text for nobody */
    public static JournalLine steeringPassed(UUID sessionId, UUID entryId, int number, Instant at, String technician) {
        return new JournalLine(sessionId, entryId, number, at, Kind.STEERING_PASSED, technician);
    }

    /** @param technician display name of who had to go */
    public static JournalLine removed(UUID sessionId, UUID entryId, int number, Instant at, String technician) {
        return new JournalLine(sessionId, entryId, number, at, Kind.REMOVED, technician);
    }

    /**
     * @param technician display name of whose clipboard it came from or went to
     * @param permission wire name: which way
     * @param forms and bytes, such as {@code text/plain 12, image/png 3456}; never what it was
     */
    public static JournalLine clipboard(
            UUID sessionId, UUID entryId, int number, Instant at, String technician, String permission, String forms) {
        var line = new JournalLine(sessionId, entryId, number, at, Kind.CLIPBOARD, technician);
        line.permission = permission;
        line.text = forms;
        return line;
    }

    /**
     * @param technician display name of who sent or got it
     * @param permission {@code file_write} to the customer's computer, {@code file_read} from there
     */
    public static JournalLine file(
            UUID sessionId,
            UUID entryId,
            int number,
            Instant at,
            String technician,
            String permission,
            MovedFile file) {
        var line = new JournalLine(sessionId, entryId, number, at, Kind.FILE, technician);
        line.permission = permission;
        line.file = file;
        return line;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public UUID entryId() {
        return entryId;
    }

    public int number() {
        return number;
    }

    public Instant at() {
        return at;
    }

    public Kind kind() {
        return kind;
    }

    public String author() {
        return author;
    }

    public boolean isFromCustomer() {
        return fromCustomer;
    }

    /** The chat line, why the screen could not be captured, or forms and bytes of what was copied. */
    public String text() {
        return text;
    }

    /** Wire name such as {@code view}; empty text unless this is a decision, or about the clipboard or a file. */
    public String permission() {
        return permission;
    }

    /** @throws IllegalStateException unless this is a decision */
    public Decision decision() {
        if (decision == null) {
            throw new IllegalStateException("Not a decision: " + kind);
        }
        return decision;
    }

    /** @throws IllegalStateException unless this is about a file */
    public MovedFile file() {
        if (file == null) {
            throw new IllegalStateException("Not about a file: " + kind);
        }
        return file;
    }
}
