package org.beistand.applet.chat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.beistand.engine.protocol.Limits;

/** What was said, oldest first. The longest conversations lose their beginning here; the helpdesk has it. */
public final class Conversation {

    private static final int MOST_LINES = 2_000;

    /** Bytes that a line needs on the wire beside its text and author. */
    private static final int LINE_OVERHEAD = 80;

    private final Deque<Line> lines = new ArrayDeque<>();
    private final Set<UUID> ids = new HashSet<>();

    /** @return false when the line is known already, empty, or too long: it is not kept */
    public synchronized boolean keep(Line line) {
        if (line.text().isBlank() || line.text().length() > Limits.CHAT_LINE_CHARACTERS || !ids.add(line.id())) {
            return false;
        }
        lines.addLast(line);
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
        return true;
    }

    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The last lines that fit one frame. */
    public synchronized List<Line> recent() {
        Deque<Line> recent = new ArrayDeque<>();
        int bytes = 0;
        for (Line line : List.copyOf(lines).reversed()) {
            bytes += LINE_OVERHEAD
                    + line.text().getBytes(StandardCharsets.UTF_8).length
                    + line.author().getBytes(StandardCharsets.UTF_8).length;
            if (bytes > Limits.FRAME_BYTES / 2) {
                break;
            }
            recent.addFirst(line);
        }
        return List.copyOf(recent);
    }
}
