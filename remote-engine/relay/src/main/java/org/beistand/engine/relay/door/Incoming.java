package org.beistand.engine.relay.door;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.relay.session.Parcel;

/**
 * The message that one connection is sending, put together of its parts with one copy. One thread at a time; a message that
 * is never whole is left to the collector, because the connection's end may come on another thread than its parts.
 */
final class Incoming {

    private final BufferPool pool;
    private Optional<ByteBuffer> begun = Optional.empty();
    private int lastSize;

    Incoming(BufferPool pool) {
        this.pool = pool;
    }

    /**
     * Takes the next part.
     *
     * @param part valid until the call returns
     * @param most bytes that the whole message may have
     * @return the whole message when this was its last part
     * @throws FrameRefused TOO_LARGE, before anything is allocated for it
     */
    Optional<Parcel> take(ByteBuffer part, boolean last, int most) {
        int size = begun.map(ByteBuffer::position).orElse(0) + part.remaining();
        if (size > most) {
            begun = Optional.empty();
            throw new FrameRefused(Status.TOO_LARGE, "message beyond " + most + " bytes");
        }
        ByteBuffer message = withRoomFor(size, last, most);
        message.put(part);
        if (!last) {
            begun = Optional.of(message);
            return Optional.empty();
        }
        begun = Optional.empty();
        lastSize = size;
        return Optional.of(new Parcel(message.flip(), pool::giveBack));
    }

    /** Messages of one sender are alike: the last one's size saves growing. */
    private ByteBuffer withRoomFor(int size, boolean last, int most) {
        if (begun.isEmpty()) {
            return pool.take(last ? size : Math.min(most, Math.max(lastSize, 2 * size)));
        }
        ByteBuffer message = begun.get();
        if (size <= message.capacity()) {
            return message;
        }
        ByteBuffer larger = pool.take(last ? size : Math.min(most, 2 * size));
        larger.put(message.flip());
        pool.giveBack(message);
        return larger;
    }
}
