package org.beistand.engine.relay.session;

import com.google.protobuf.MessageLite;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.beistand.engine.protocol.Channel;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.protocol.grant.SessionGrant;

/**
 * One connection's part in a session. Its number is new for every connection, its subject stays. Frames from it arrive
 * one after the other (never concurrently), frames to it from anywhere.
 */
public final class Participant {

    /** New keys begin a new tape: an applet that comes back a hundred times is on a bad line, more is a flood. */
    static final int MOST_TAPES = 100;

    private final int number;
    private final SessionGrant grant;
    private final List<String> features;
    private final Peer peer;
    private final Clock clock;
    private final AtomicLong controlSequence = new AtomicLong();
    private final long[] lastSequence = new long[Channel.values().length];
    private Optional<Peer> tape = Optional.empty(); // under the session's lock, like what uses it
    private int tapes;

    Participant(int number, SessionGrant grant, List<String> features, Peer peer, Clock clock) {
        this.number = number;
        this.grant = grant;
        this.features = List.copyOf(features);
        this.peer = peer;
        this.clock = clock;
    }

    /** Stamped into the frames it sends, 1 to 65535. */
    public int number() {
        return number;
    }

    public Role role() {
        return grant.role();
    }

    public UUID subject() {
        return grant.subject();
    }

    public UUID sessionId() {
        return grant.sessionId();
    }

    String name() {
        return grant.name();
    }

    SessionGrant grant() {
        return grant;
    }

    Peer peer() {
        return peer;
    }

    /** What records this connection, if anything does. */
    Optional<Peer> tape() {
        return tape;
    }

    boolean mayBeRecorded() {
        return tapes < MOST_TAPES;
    }

    void recordOn(Peer newTape) {
        stopRecording();
        tapes++;
        tape = Optional.of(newTape);
    }

    void stopRecording() {
        tape.ifPresent(old -> old.close(Status.OK, "recorded no more", List.of()));
        tape = Optional.empty();
    }

    boolean may(Permission permission) {
        return grant.permissions().contains(permission);
    }

    /**
     * Takes note of a frame's sequence number.
     *
     * @throws FrameRefused PROTOCOL_ERROR when it does not exceed the channel's last one: a replay or a reordering
     */
    void heard(FrameHeader header) {
        int channel = header.channel().number();
        if (header.sequence() <= lastSequence[channel]) {
            throw new FrameRefused(Status.PROTOCOL_ERROR, "sequence went back on channel " + header.channel());
        }
        lastSequence[channel] = header.sequence();
    }

    /** A frame from the relay itself to this participant. */
    public ByteBuffer control(MessageType type, MessageLite message) {
        long micros = clock.millis() * 1_000;
        return Frame.of(FrameHeader.of(type, controlSequence.incrementAndGet(), micros), message)
                .toBytes();
    }

    /** As the others see it. */
    org.beistand.engine.wire.control.Participant card() {
        return org.beistand.engine.wire.control.Participant.newBuilder()
                .setId(number)
                .setRole(
                        role() == Role.APPLET
                                ? org.beistand.engine.wire.control.Role.ROLE_APPLET
                                : org.beistand.engine.wire.control.Role.ROLE_TECHNICIAN)
                .setSubject(subject().toString())
                .setDisplayName(grant.name())
                .addAllFeatures(features)
                .addAllPermissions(grant.permissions().stream()
                        .sorted()
                        .map(Permission::wireName)
                        .toList())
                .build();
    }
}
