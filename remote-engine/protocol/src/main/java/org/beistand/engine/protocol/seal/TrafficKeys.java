package org.beistand.engine.protocol.seal;

import java.util.Optional;
import org.beistand.engine.protocol.MessageType;

/**
 * The keys of the frames in one direction.
 *
 * @param recorded of what a recording has: it is handed over for one
 * @param unrecorded of everything else; empty where a recording is played, which has none
 */
record TrafficKeys(Direction direction, byte[] recorded, Optional<byte[]> unrecorded) {

    static final int BYTES = 32;

    static TrafficKeys of(Direction direction, Hpke context) {
        return new TrafficKeys(
                direction,
                recorded(direction, context),
                Optional.of(context.export(direction.label() + " unrecorded", BYTES)));
    }

    static byte[] recorded(Direction direction, Hpke context) {
        return context.export(direction.label(), BYTES);
    }

    static TrafficKeys ofRecording(Direction direction, byte[] key) {
        return new TrafficKeys(direction, key, Optional.empty());
    }

    Optional<byte[]> of(MessageType type) {
        return type.isRecorded() ? Optional.of(recorded) : unrecorded;
    }
}
