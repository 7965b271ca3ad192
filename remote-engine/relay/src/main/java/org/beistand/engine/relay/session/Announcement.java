package org.beistand.engine.relay.session;

import com.google.protobuf.MessageLite;
import java.util.List;
import java.util.UUID;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.wire.control.ParticipantJoined;
import org.beistand.engine.wire.control.ParticipantLeft;
import org.beistand.engine.wire.control.RecordingFailed;
import org.beistand.engine.wire.control.Welcome;

/** What a session says to its participants about each other. */
record Announcement(MessageType type, MessageLite message) {

    /** Adds it for each of them; they are to be flushed later. */
    void tell(List<Participant> participants) {
        participants.forEach(one -> one.peer().add(one.control(type, message)));
    }

    static Announcement joined(Participant participant) {
        return new Announcement(
                MessageType.PARTICIPANT_JOINED,
                ParticipantJoined.newBuilder()
                        .setParticipant(participant.card())
                        .build());
    }

    static Announcement left(Participant participant, boolean forGood) {
        return new Announcement(
                MessageType.PARTICIPANT_LEFT,
                ParticipantLeft.newBuilder()
                        .setParticipantId(participant.number())
                        .setForGood(forGood)
                        .build());
    }

    static Announcement notRecorded(int number) {
        return new Announcement(
                MessageType.RECORDING_FAILED,
                RecordingFailed.newBuilder().setParticipantId(number).build());
    }

    /** @param maxInFlightBytes what waits for one slow receiver before its sender has to pause */
    static Announcement welcome(UUID session, Participant participant, List<Participant> others, int maxInFlightBytes) {
        int frameBytes = switch (participant.role()) {
            case APPLET -> Limits.FRAME_BYTES;
            case TECHNICIAN -> Limits.TECHNICIAN_FRAME_BYTES;
        };
        return new Announcement(
                MessageType.WELCOME,
                Welcome.newBuilder()
                        .setVersion(Limits.VERSION)
                        .setParticipantId(participant.number())
                        .setSessionId(session.toString())
                        .addAllParticipants(
                                others.stream().map(Participant::card).toList())
                        .setMaxFrameBytes(frameBytes)
                        .setMaxInFlightBytes(maxInFlightBytes)
                        .setRecords(true)
                        .build());
    }
}
