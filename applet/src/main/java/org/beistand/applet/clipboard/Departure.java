package org.beistand.applet.clipboard;

import java.util.Arrays;
import java.util.Optional;
import org.beistand.engine.protocol.Limits;

/** A content on its way out: which piece is next, and how many are under way that nobody has confirmed. */
public final class Departure {

    /** @param offset bytes before it */
    public record Piece(int offset, byte[] bytes, boolean last) {}

    private final Clip clip;
    private final byte[] whole;
    private int sent;
    private int confirmed;
    private boolean left;

    public Departure(Clip clip) {
        this.clip = clip;
        this.whole = clip.joined();
    }

    public Clip clip() {
        return clip;
    }

    /** From the beginning: what was under way is lost. */
    public void again() {
        sent = 0;
        confirmed = 0;
    }

    /** The other end has so many bytes. What it cannot have is ignored. */
    public void confirm(long bytes) {
        if (bytes > confirmed && bytes <= sent) {
            confirmed = (int) bytes;
        }
    }

    /** The piece to send now; empty: all are sent, or enough are under way. */
    public Optional<Piece> next() {
        int underWay = Math.ceilDiv(sent - confirmed, Limits.CLIPBOARD_PIECE_BYTES);
        if (sent == whole.length || underWay >= Limits.CLIPBOARD_PIECES_UNDER_WAY) {
            return Optional.empty();
        }
        int offset = sent;
        sent = Math.min(whole.length, offset + Limits.CLIPBOARD_PIECE_BYTES);
        return Optional.of(new Piece(offset, Arrays.copyOfRange(whole, offset, sent), sent == whole.length));
    }

    /** @return whether this is the first time that all of it has left */
    public boolean hasLeft() {
        boolean first = !left;
        left = true;
        return first;
    }
}
