package org.beistand.engine.relay.door;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.util.List;
import org.beistand.engine.protocol.Channel;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.relay.admission.Admission;
import org.beistand.engine.relay.session.Parcel;
import org.beistand.engine.relay.session.Participant;
import org.beistand.engine.relay.session.Peer;
import org.beistand.engine.relay.session.Refused;
import org.beistand.engine.relay.session.Sessions;
import org.beistand.engine.wire.control.Ping;
import org.beistand.engine.wire.control.Pong;
import org.beistand.engine.wire.control.RecordingKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a message from one connection means: the Hello first, then frames for the relay or for others. */
final class FrameIntake {

    private static final Logger LOG = LoggerFactory.getLogger(FrameIntake.class);

    private final String connectionId;
    private final Peer self;
    private final DoorContext door;

    FrameIntake(String connectionId, Peer self, DoorContext door) {
        this.connectionId = connectionId;
        this.self = self;
        this.door = door;
    }

    /** A Hello that was accepted, and what followed from it. */
    record Entered(FrameHeader header, Admission.Accepted accepted) {}

    /**
     * Checks the first message.
     *
     * @throws FrameRefused when it is no well-formed Hello
     * @throws Refused when its grant is not to be believed
     */
    Entered enter(ByteBuffer message) {
        Frame hello = Frame.parse(message, Connection.MAX_HELLO);
        if (door.isFull()) {
            throw new Refused(Status.RELAY_FULL, "full");
        }
        Entered entered = new Entered(hello.header(), door.admission().accept(hello));
        if (!door.opening().takes(entered.accepted().grant().sessionId())) {
            throw new Refused(Status.RELAY_DRAINING, "draining");
        }
        return entered;
    }

    /** Brings the accepted one into its session. */
    Participant join(Entered entered) {
        Admission.Accepted accepted = entered.accepted();
        Participant joined = door.sessions().join(accepted.grant(), accepted.features(), self);
        door.sessions().heard(joined, entered.header());
        LOG.info(
                "participant joined session={} participant={} role={} subject={} connection={} software=\"{}\"",
                joined.sessionId(),
                joined.number(),
                joined.role(),
                joined.subject(),
                connectionId,
                printable(accepted.software()));
        return joined;
    }

    /**
     * Takes a later message.
     *
     * @return the peers that must have room before the next one is read
     * @throws FrameRefused when the sender breaks a rule of the wire
     */
    List<Peer> take(Participant sender, Parcel message) {
        Frame frame = Frame.parse(message.bytes(), frameBytes(sender.role()));
        Channel channel = frame.header().channel();
        if (channel == Channel.CONTROL) {
            door.sessions().heard(sender, frame.header());
            control(sender, frame);
            return List.of(self); // who asks and never reads the answers is not heard any more
        }
        Sessions.Forwarded forwarded = door.sessions().forward(sender, frame, message);
        if (!forwarded.permitted()) {
            door.meters().dropped(channel);
        } else if (!forwarded.receivers().isEmpty()) {
            door.meters().forwarded(channel, message.size());
        }
        return forwarded.receivers();
    }

    private void control(Participant sender, Frame frame) {
        MessageType type = frame.header().type();
        switch (type) {
            case PING -> {
                Pong pong = Pong.newBuilder().setNonce(nonce(frame)).build();
                self.add(sender.control(MessageType.PONG, pong));
                self.flush();
            }
            case PONG -> nonce(frame);
            case END -> door.sessions().endBy(sender);
            case RECORDING_KEYS -> door.sessions().record(sender, recordingKeys(frame));
            default -> throw new FrameRefused(Status.PROTOCOL_ERROR, sender.role() + " sends " + type);
        }
    }

    private static long nonce(Frame frame) {
        try { // Ping and Pong have the same shape
            return Ping.parseFrom(frame.payload()).getNonce();
        } catch (InvalidProtocolBufferException noPing) {
            throw new FrameRefused(Status.PROTOCOL_ERROR, "no Ping or Pong");
        }
    }

    private static RecordingKeys recordingKeys(Frame frame) {
        try {
            return RecordingKeys.parseFrom(frame.payload());
        } catch (InvalidProtocolBufferException none) {
            throw new FrameRefused(Status.PROTOCOL_ERROR, "no keys of a recording");
        }
    }

    static int frameBytes(Role role) {
        return switch (role) {
            case APPLET -> Limits.FRAME_BYTES;
            case TECHNICIAN -> Limits.TECHNICIAN_FRAME_BYTES;
        };
    }

    /** What a stranger sent, fit for one line of a log. */
    private static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]|[\"\\\\]", "?");
    }
}
