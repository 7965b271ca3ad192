package org.beistand.applet.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;
import org.beistand.applet.chat.Conversation;
import org.beistand.applet.chat.Line;
import org.beistand.applet.journal.SessionJournal;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.wire.chat.ChatLine;

/** The chat: keeps each line once, writes it to the journal, hands it on. */
final class Talk {

    private static final Logger LOG = Logger.getLogger(Talk.class.getName());

    /** A clock that is off by more is not worth showing. */
    private static final Duration BELIEVABLE = Duration.ofHours(12);

    private final Conversation conversation = new Conversation();
    private final SessionJournal journal;
    private final Outbound outbound;
    private final Clock clock;

    Talk(SessionJournal journal, Outbound outbound, Clock clock) {
        this.journal = journal;
        this.outbound = outbound;
        this.clock = clock;
    }

    /** A technician wrote. Who it was says the relay, not the line. @return whether it is new */
    boolean heard(Technician from, ChatLine wire, List<Technician> everybody) {
        UUID id;
        try {
            id = UUID.fromString(wire.getId());
        } catch (IllegalArgumentException noId) {
            LOG.info("a chat line without a proper id is ignored");
            return false;
        }
        Line line = new Line(id, from.name(), false, wire.getText(), believable(wire.getSentAt()));
        boolean kept = conversation.keep(line);
        if (kept) {
            journal.chatLine(line);
            everybody.stream()
                    .filter(other -> other.participant() != from.participant())
                    .forEach(other -> outbound.chatLine(other.participant(), line));
        }
        outbound.chatKept(line); // also for a line repeated after a broken connection: its writer still waits
        return kept;
    }

    /** The customer wrote. */
    void said(String author, String text) {
        Line line = new Line(UUID.randomUUID(), author, true, text, clock.instant());
        if (conversation.keep(line)) {
            journal.chatLine(line);
            outbound.chatLine(FrameHeader.EVERYBODY, line);
        }
    }

    void catchUp(Technician joined) {
        outbound.chatHistory(joined.participant(), conversation.recent());
    }

    List<Line> lines() {
        return conversation.lines();
    }

    private Instant believable(long epochMillis) {
        Instant now = clock.instant();
        long offBy = Math.abs(epochMillis - now.toEpochMilli());
        return offBy <= BELIEVABLE.toMillis() ? Instant.ofEpochMilli(epochMillis) : now;
    }
}
