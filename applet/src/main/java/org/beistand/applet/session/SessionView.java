package org.beistand.applet.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.applet.chat.Line;
import org.beistand.applet.consent.Allowed;
import org.beistand.applet.consent.Question;
import org.beistand.applet.files.FileRow;
import org.beistand.engine.protocol.contract.SessionCard;

/**
 * Everything the window shows, at one moment.
 *
 * @param card who helps whom; empty before the helpdesk has said so
 * @param brand the manifest's texts and colours by name
 * @param technicians who is here now
 * @param words what to compare on the telephone with each of them who has keys
 * @param ending message key of why it is over; empty while it is not
 * @param files what comes and goes
 * @param captureProblem message key of why no picture can be had
 */
public record SessionView(
        Phase phase,
        String company,
        Optional<SessionCard> card,
        Map<String, String> brand,
        List<Person> technicians,
        List<Words> words,
        List<Line> lines,
        Optional<Question> question,
        List<Allowed> allowed,
        Files files,
        Optional<String> captureProblem,
        Optional<String> ending) {

    /**
     * A technician who is here.
     *
     * @param subject what stays the same for all their connections
     * @param steers whether it is their input that counts, where control is allowed
     */
    public record Person(String subject, String name, boolean steers) {}

    /** The security words of one technician's keys, in the session's language. */
    public record Words(String technician, List<String> words) {}

    /**
     * Files of this session.
     *
     * @param welcome whether somebody is here who may fetch what the customer offers
     */
    public record Files(boolean welcome, List<FileRow> rows) {

        static final Files NONE = new Files(false, List.of());
    }

    /** Where the session is. */
    public enum Phase {
        /** The first connection is being made. */
        CONNECTING,
        /** Connected, no technician is here yet. */
        WAITING,
        /** At least one technician is here. */
        TOGETHER,
        /** The connection broke and is being made again; input and picture rest. */
        RECONNECTING,
        /** Nothing leads back from here. */
        OVER
    }

    /** Before anything is known. */
    public static SessionView starting() {
        return new SessionView(
                Phase.CONNECTING,
                "",
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Files.NONE,
                Optional.empty(),
                Optional.empty());
    }

    /** A session that could not begin. */
    public SessionView failed(String key) {
        return new SessionView(
                Phase.OVER,
                company,
                card,
                brand,
                List.of(),
                List.of(),
                lines,
                Optional.empty(),
                List.of(),
                Files.NONE,
                Optional.empty(),
                Optional.of(key));
    }
}
