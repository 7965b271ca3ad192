package org.beistand.engine.relay.session;

import java.util.Optional;
import java.util.UUID;
import org.beistand.engine.wire.control.RecordingKeys;

/** Makes recordings of technicians' connections. Safe for use by many threads. */
@FunctionalInterface
public interface Recorder {

    /**
     * Whose connection, and the keys that go with it.
     *
     * @param number of the technician's connection: frames with it are the technician's own
     * @param subject of the technician's grant
     * @param name of the technician, as in the grant
     */
    record Order(UUID sessionId, int number, UUID subject, String name, RecordingKeys keys) {}

    /**
     * Begins a recording: the peer takes frames like any other, and closing it ends the recording. Empty when none can be
     * made now.
     *
     * @param failed told once, from any thread and under no lock, when the recording cannot go on
     */
    Optional<Peer> record(Order order, Runnable failed);
}
