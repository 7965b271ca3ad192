package org.beistand.engine.relay.session;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A frame on its way to any number of peers. Whoever keeps it holds it once more and releases it when it is sent or
 * dropped; with the last release its bytes go back to where they came from, to carry another frame. Safe for use by many
 * threads; the bytes are only read once it is on its way.
 */
public final class Parcel {

    private final ByteBuffer bytes;
    private final Consumer<ByteBuffer> back;
    private final AtomicInteger holders = new AtomicInteger(1);

    /**
     * Held once, by the caller.
     *
     * @param bytes the whole frame, position to limit
     * @param back takes the buffer after the last release
     */
    public Parcel(ByteBuffer bytes, Consumer<ByteBuffer> back) {
        this.bytes = bytes;
        this.back = back;
    }

    /** One whose bytes nobody wants back. */
    public static Parcel of(ByteBuffer bytes) {
        return new Parcel(bytes, gone -> {});
    }

    /** The frame itself, not a copy; without effect on other holders' positions. */
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }

    public int size() {
        return bytes.remaining();
    }

    /** One more holder. */
    public Parcel hold() {
        holders.incrementAndGet();
        return this;
    }

    /** One holder less; it must not look at the bytes any more. */
    public void release() {
        if (holders.decrementAndGet() == 0) {
            back.accept(bytes);
        }
    }
}
