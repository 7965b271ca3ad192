package org.beistand.applet.clipboard;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.beistand.engine.protocol.Limits;

/** A content on its way in, in pieces one behind the other. Grows with what has come, not with what was announced. */
public final class Arrival {

    private final LinkedHashMap<Form, Integer> parts;
    private final int whole;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    /** @param parts each form's bytes, in the order in which they come; none of them too large */
    public Arrival(Map<Form, Integer> parts) {
        this.parts = new LinkedHashMap<>(parts);
        this.whole = parts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** @return false: this is not the piece that follows */
    public boolean take(long offset, byte[] piece) {
        boolean follows = offset == received.size()
                && piece.length > 0
                && piece.length <= Limits.CLIPBOARD_PIECE_BYTES
                && piece.length <= whole - received.size();
        if (follows) {
            received.writeBytes(piece);
        }
        return follows;
    }

    public int received() {
        return received.size();
    }

    public boolean isComplete() {
        return received.size() == whole;
    }

    /** What has come, when all of it has; empty: it is not what it says, or nothing of it may pass. */
    public Optional<Clip> clip() {
        byte[] bytes = received.toByteArray();
        Map<Form, byte[]> held = new EnumMap<>(Form.class);
        int at = 0;
        for (Map.Entry<Form, Integer> part : parts.entrySet()) {
            held.put(part.getKey(), Arrays.copyOfRange(bytes, at, at + part.getValue()));
            at += part.getValue();
        }
        return Passage.inwards(held);
    }
}
