package org.beistand.applet.session;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.nio.ByteBuffer;
import java.util.List;
import org.beistand.applet.capture.Monitor;
import org.beistand.applet.capture.ScreenShape;
import org.beistand.applet.chat.Line;
import org.beistand.applet.consent.Allowed;
import org.beistand.applet.consent.Decided;
import org.beistand.applet.consent.Question;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.seal.FrameKeys;
import org.beistand.engine.wire.chat.ChatHistory;
import org.beistand.engine.wire.chat.ChatKept;
import org.beistand.engine.wire.chat.ChatLine;
import org.beistand.engine.wire.consent.Decision;
import org.beistand.engine.wire.consent.PermissionDecision;
import org.beistand.engine.wire.consent.PermissionRequest;
import org.beistand.engine.wire.consent.PermissionState;
import org.beistand.engine.wire.control.End;
import org.beistand.engine.wire.control.RecordingKeys;
import org.beistand.engine.wire.input.InputApplied;
import org.beistand.engine.wire.screen.ScreenLayout;
import org.jspecify.annotations.Nullable;

/** Says things on the connection there is; without one they are lost, and whoever joins gets the whole state anyway. */
final class Outbound {

    private volatile @Nullable RelayConnection connection;
    private boolean ended;
    private boolean picturesPass = true;

    /** Whether this technician can be told anything: there are keys. */
    boolean reaches(int participant) {
        RelayConnection current = connection;
        return current != null && current.reaches(participant);
    }

    /** Whether what is said now would stand behind more than a second's worth: then bulk has to wait. */
    boolean isBusy() {
        RelayConnection current = connection;
        return current != null && current.unsentBytes() >= Limits.FILE_BYTES_UNDER_WAY;
    }

    void use(@Nullable RelayConnection current) {
        connection = current;
    }

    /** The last word: no picture follows it. */
    synchronized void end(Status status) {
        ended = true;
        send(MessageType.END, End.newBuilder().setStatus(status.code()).build());
    }

    /** The relay is to record this technician's connection. */
    void recordingKeys(int participant, String keyId, FrameKeys.ForCompany sealed) {
        send(
                MessageType.RECORDING_KEYS,
                RecordingKeys.newBuilder()
                        .setParticipantId(participant)
                        .setKeyId(keyId)
                        .setEncapsulation(ByteString.copyFrom(sealed.encapsulation()))
                        .setSealedKeys(ByteString.copyFrom(sealed.keys()))
                        .build());
    }

    void decided(Decided decided) {
        send(
                MessageType.PERMISSION_DECISION,
                PermissionDecision.newBuilder()
                        .setRequestId(decided.requestId())
                        .setPermission(decided.permission().wireName())
                        .setDecision(wire(decided))
                        .setDecidedAt(decided.at().toEpochMilli())
                        .build());
    }

    private static Decision wire(Decided decided) {
        return switch (decided.decision()) {
            case GRANTED -> Decision.DECISION_GRANTED;
            case DECLINED -> Decision.DECISION_DECLINED;
            case TIMED_OUT -> Decision.DECISION_TIMED_OUT;
            case WITHDRAWN -> Decision.DECISION_WITHDRAWN;
            case NOT_PERMITTED -> Decision.DECISION_NOT_PERMITTED;
            case LAPSED -> Decision.DECISION_LAPSED;
        };
    }

    /** @param participant one technician, or {@link FrameHeader#EVERYBODY} */
    void permissions(int participant, List<Allowed> allowed, List<Question> waiting) {
        PermissionState.Builder state = PermissionState.newBuilder();
        allowed.forEach(one -> state.addGranted(one.permission().wireName()));
        waiting.forEach(question -> state.addWaiting(PermissionRequest.newBuilder()
                .setRequestId(question.requestId())
                .setPermission(question.permission().wireName())));
        sendTo(participant, MessageType.PERMISSION_STATE, state.build());
    }

    void chatLine(int participant, Line line) {
        sendTo(participant, MessageType.CHAT_LINE, wire(line));
    }

    void chatKept(Line line) {
        send(
                MessageType.CHAT_KEPT,
                ChatKept.newBuilder().setId(line.id().toString()).build());
    }

    void chatHistory(int participant, List<Line> lines) {
        ChatHistory.Builder history = ChatHistory.newBuilder();
        lines.forEach(line -> history.addLines(wire(line)));
        sendTo(participant, MessageType.CHAT_HISTORY, history.build());
    }

    private static ChatLine wire(Line line) {
        return ChatLine.newBuilder()
                .setId(line.id().toString())
                .setText(line.text())
                .setAuthor(line.author())
                .setFromCustomer(line.fromCustomer())
                .setSentAt(line.at().toEpochMilli())
                .build();
    }

    /** @param number everything up to it has been dealt with */
    void inputApplied(int participant, long stream, long number) {
        sendTo(
                participant,
                MessageType.INPUT_APPLIED,
                InputApplied.newBuilder().setStream(stream).setNumber(number).build());
    }

    void layout(int participant, ScreenShape shape) {
        ScreenLayout.Builder layout = ScreenLayout.newBuilder()
                .setWidth(shape.width())
                .setHeight(shape.height())
                .setCapturing(true);
        int id = 1;
        for (Monitor monitor : shape.monitors()) {
            layout.addMonitors(org.beistand.engine.wire.screen.Monitor.newBuilder()
                    .setId(id++)
                    .setX(monitor.x())
                    .setY(monitor.y())
                    .setWidth(monitor.width())
                    .setHeight(monitor.height())
                    .setPrimary(monitor.primary())
                    .setName(monitor.name()));
        }
        sendTo(participant, MessageType.SCREEN_LAYOUT, layout.build());
    }

    /** @param reason message key of both ends */
    void noPicture(int participant, String reason) {
        sendTo(
                participant,
                MessageType.SCREEN_LAYOUT,
                ScreenLayout.newBuilder().setReason(reason).build());
    }

    /** Whether pictures may go on this connection at all, whatever the customer allows. */
    synchronized void letPicturesPass(boolean pass) {
        picturesPass = pass;
    }

    synchronized void picture(int participant, ByteBuffer payload, boolean full, boolean last) {
        RelayConnection current = connection;
        if (current != null && !ended && picturesPass) {
            int flags = (full ? FrameHeader.FULL : 0) | (last ? FrameHeader.LAST : 0);
            current.send(MessageType.SCREEN_PICTURE, flags, participant, payload);
        }
    }

    private void send(MessageType type, MessageLite message) {
        sendTo(FrameHeader.EVERYBODY, type, message);
    }

    void sendTo(int participant, MessageType type, MessageLite message) {
        RelayConnection current = connection;
        if (current != null) {
            current.sendTo(participant, type, message);
        }
    }
}
