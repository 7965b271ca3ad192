package org.beistand.engine.protocol.vectors;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.Arrays;
import java.util.List;
import org.beistand.engine.wire.chat.ChatHistory;
import org.beistand.engine.wire.chat.ChatKept;
import org.beistand.engine.wire.chat.ChatLine;
import org.beistand.engine.wire.clipboard.ClipboardContent;
import org.beistand.engine.wire.clipboard.ClipboardFetch;
import org.beistand.engine.wire.clipboard.ClipboardForm;
import org.beistand.engine.wire.clipboard.ClipboardOffer;
import org.beistand.engine.wire.clipboard.ClipboardOutcome;
import org.beistand.engine.wire.clipboard.ClipboardPart;
import org.beistand.engine.wire.clipboard.ClipboardPiece;
import org.beistand.engine.wire.clipboard.ClipboardProgress;
import org.beistand.engine.wire.consent.Decision;
import org.beistand.engine.wire.consent.PermissionDecision;
import org.beistand.engine.wire.consent.PermissionRequest;
import org.beistand.engine.wire.consent.PermissionState;
import org.beistand.engine.wire.consent.SteeringRequest;
import org.beistand.engine.wire.consent.SteeringState;
import org.beistand.engine.wire.consent.SteeringStep;
import org.beistand.engine.wire.consent.SteeringWish;
import org.beistand.engine.wire.control.End;
import org.beistand.engine.wire.control.Failure;
import org.beistand.engine.wire.control.Hello;
import org.beistand.engine.wire.control.Participant;
import org.beistand.engine.wire.control.ParticipantJoined;
import org.beistand.engine.wire.control.ParticipantLeft;
import org.beistand.engine.wire.control.Ping;
import org.beistand.engine.wire.control.Pong;
import org.beistand.engine.wire.control.RecordingFailed;
import org.beistand.engine.wire.control.RecordingKeys;
import org.beistand.engine.wire.control.Role;
import org.beistand.engine.wire.control.Welcome;
import org.beistand.engine.wire.cursor.CursorMoved;
import org.beistand.engine.wire.cursor.CursorShape;
import org.beistand.engine.wire.files.FileFetch;
import org.beistand.engine.wire.files.FileOffer;
import org.beistand.engine.wire.files.FileOutcome;
import org.beistand.engine.wire.files.FilePiece;
import org.beistand.engine.wire.files.FileProgress;
import org.beistand.engine.wire.input.InputApplied;
import org.beistand.engine.wire.input.InputOrder;
import org.beistand.engine.wire.input.KeyPress;
import org.beistand.engine.wire.input.PointerButton;
import org.beistand.engine.wire.input.PointerMove;
import org.beistand.engine.wire.input.PointerWheel;
import org.beistand.engine.wire.input.ReleaseAll;
import org.beistand.engine.wire.input.TypeText;
import org.beistand.engine.wire.keys.KeyCommit;
import org.beistand.engine.wire.keys.KeyDone;
import org.beistand.engine.wire.keys.KeyGrant;
import org.beistand.engine.wire.keys.KeyShare;
import org.beistand.engine.wire.keys.KeysRefused;
import org.beistand.engine.wire.screen.Monitor;
import org.beistand.engine.wire.screen.PictureShown;
import org.beistand.engine.wire.screen.RefreshRequest;
import org.beistand.engine.wire.screen.ScreenLayout;

/** What the vector files of version 1 were written from: each message with its edges, numbers at their limits. */
final class Samples {

    private static final String ID = "6f1c2b3a-0000-4000-8000-00000000002a";

    private Samples() {}

    static List<Message> messages() {
        Participant applet = Participant.newBuilder()
                .setId(1)
                .setRole(Role.ROLE_APPLET)
                .setSubject(ID)
                .setDisplayName("Jürgen Groß")
                .addFeatures("screen.qoi-deflate")
                .build();
        Participant technician = Participant.newBuilder()
                .setId(65_535)
                .setRole(Role.ROLE_TECHNICIAN)
                .setDisplayName("")
                .addPermissions("view")
                .addPermissions("control")
                .build();
        ChatLine line = ChatLine.newBuilder()
                .setId(ID)
                .setText("Grüße 😀\n@{}\\|~€")
                .setSentAt(1_795_255_530_123L)
                .setAuthor("日本")
                .setFromCustomer(true)
                .build();
        PermissionRequest request = PermissionRequest.newBuilder()
                .setRequestId(ID)
                .setPermission("control")
                .build();
        InputOrder order = InputOrder.newBuilder()
                .setStream((1L << 53) - 1)
                .setNumber(300)
                .setSettled(299)
                .build();
        ClipboardPart part = ClipboardPart.newBuilder()
                .setForm(ClipboardForm.CLIPBOARD_FORM_HTML)
                .setBytes(1 << 20)
                .build();
        return List.of(
                Hello.newBuilder()
                        .setGrant("a.b.c")
                        .setMinVersion(1)
                        .setMaxVersion(0xFFFFFFFF)
                        .addFeatures("")
                        .addFeatures("screen.qoi-deflate")
                        .setSoftware("beistand-applet 0.1.0 linux-x64")
                        .build(),
                Hello.getDefaultInstance(),
                Welcome.newBuilder()
                        .setVersion(1)
                        .setParticipantId(2)
                        .setSessionId(ID)
                        .addParticipants(applet)
                        .addParticipants(technician)
                        .setMaxFrameBytes(65_536)
                        .setMaxInFlightBytes(2_097_152)
                        .build(),
                applet,
                ParticipantJoined.newBuilder().setParticipant(technician).build(),
                ParticipantJoined.getDefaultInstance(),
                ParticipantLeft.newBuilder()
                        .setParticipantId(300)
                        .setForGood(true)
                        .build(),
                Ping.newBuilder().setNonce((1L << 53) - 1).build(),
                Pong.newBuilder().setNonce(1L << 32).build(),
                End.newBuilder().setStatus(2).setByParticipant(7).build(),
                Failure.newBuilder()
                        .setStatus(16)
                        .setDetail("VERSION_UNSUPPORTED")
                        .build(),
                RecordingKeys.newBuilder()
                        .setParticipantId(65_535)
                        .setKeyId(ID)
                        .setEncapsulation(ByteString.copyFrom(new byte[32]))
                        .setSealedKeys(ByteString.copyFrom(new byte[80]))
                        .build(),
                RecordingFailed.newBuilder().setParticipantId(300).build(),
                Monitor.newBuilder()
                        .setId(1)
                        .setX(-1)
                        .setY(Integer.MIN_VALUE)
                        .setName("DP-1")
                        .build(),
                ScreenLayout.newBuilder()
                        .setWidth(16_384)
                        .setHeight(1)
                        .addMonitors(Monitor.newBuilder()
                                .setX(-1_920)
                                .setY(Integer.MAX_VALUE)
                                .setWidth(1_920)
                                .setHeight(1_080)
                                .setPrimary(true))
                        .setCapturing(true)
                        .setReason("capture.wayland")
                        .build(),
                PictureShown.newBuilder().setPicture(128).build(),
                RefreshRequest.getDefaultInstance(),
                PointerMove.newBuilder().setX(127).setY(128).build(),
                PointerButton.newBuilder()
                        .setX(0)
                        .setY(16_383)
                        .setButton(2)
                        .setPressed(true)
                        .build(),
                PointerWheel.newBuilder()
                        .setX(1)
                        .setDx(-120)
                        .setDy(Integer.MIN_VALUE)
                        .build(),
                PointerWheel.newBuilder().setDx(Integer.MAX_VALUE).setDy(240).build(),
                KeyPress.newBuilder()
                        .setCode("KeyQ")
                        .setKey("@")
                        .setPressed(true)
                        .setShift(true)
                        .setControl(true)
                        .setAlt(true)
                        .setMeta(true)
                        .setAltGraph(true)
                        .build(),
                TypeText.newBuilder().setText("ä\u0000ß\uFEFF").build(),
                ReleaseAll.getDefaultInstance(),
                PointerButton.newBuilder().setX(1).setOrder(order).build(),
                PointerWheel.newBuilder().setDy(-120).setOrder(order).build(),
                KeyPress.newBuilder().setKey("a").setOrder(order).build(),
                TypeText.newBuilder().setText("a").setOrder(order).build(),
                ReleaseAll.newBuilder()
                        .setOrder(InputOrder.newBuilder().setNumber(1))
                        .build(),
                order,
                InputApplied.newBuilder()
                        .setStream((1L << 53) - 1)
                        .setNumber(1L << 32)
                        .build(),
                line,
                ChatHistory.newBuilder()
                        .addLines(line)
                        .addLines(ChatLine.getDefaultInstance())
                        .build(),
                ChatKept.newBuilder().setId(ID).build(),
                request,
                PermissionDecision.newBuilder()
                        .setRequestId(ID)
                        .setPermission("view")
                        .setDecision(Decision.DECISION_NOT_PERMITTED)
                        .setDecidedAt(1)
                        .build(),
                PermissionState.newBuilder()
                        .addGranted("view")
                        .addWaiting(request)
                        .build(),
                CursorShape.newBuilder()
                        .setId(128)
                        .setWidth(2)
                        .setHeight(1)
                        .setHotX(1)
                        .setPixels(bytes(8, 254))
                        .build(),
                CursorShape.newBuilder().setId(0xFFFFFFFF).setHotY(255).build(),
                CursorMoved.newBuilder().setX(16_383).setY(1).build(),
                CursorMoved.newBuilder().setX(2).setY(3).setOwn(true).build(),
                ClipboardOffer.newBuilder()
                        .addParts(ClipboardPart.newBuilder().setForm(ClipboardForm.CLIPBOARD_FORM_TEXT))
                        .addParts(ClipboardPart.newBuilder().setForm(ClipboardForm.CLIPBOARD_FORM_PNG))
                        .build(),
                ClipboardOffer.getDefaultInstance(),
                ClipboardFetch.newBuilder()
                        .setStream((1L << 53) - 1)
                        .setNumber(1)
                        .build(),
                part,
                ClipboardContent.newBuilder()
                        .setStream(1L << 32)
                        .setNumber(300)
                        .addParts(part)
                        .addParts(ClipboardPart.newBuilder().setForm(ClipboardForm.CLIPBOARD_FORM_TEXT))
                        .build(),
                ClipboardPiece.newBuilder()
                        .setStream(1)
                        .setNumber(2)
                        .setOffset(16_384)
                        .setBytes(bytes(3, 200))
                        .build(),
                ClipboardProgress.newBuilder()
                        .setStream(1)
                        .setNumber(2)
                        .setBytes(8 << 20)
                        .setOutcome(ClipboardOutcome.CLIPBOARD_OUTCOME_EMPTY)
                        .build(),
                SteeringRequest.newBuilder()
                        .setStep(SteeringStep.STEERING_STEP_PASS)
                        .setParticipant(65_535)
                        .build(),
                SteeringRequest.newBuilder()
                        .setStep(SteeringStep.STEERING_STEP_ASK)
                        .build(),
                SteeringState.newBuilder()
                        .setSteering(300)
                        .setLeading(1)
                        .addAsking(SteeringWish.newBuilder().setParticipant(2))
                        .addAsking(SteeringWish.getDefaultInstance())
                        .build(),
                SteeringState.getDefaultInstance(),
                SteeringWish.newBuilder().setParticipant(128).build(),
                KeyCommit.newBuilder().setCommitment(bytes(32, 0)).build(),
                KeyShare.newBuilder()
                        .setPublicKey(bytes(32, 1))
                        .setNonce(bytes(32, 2))
                        .setCommitment(bytes(32, 6))
                        .build(),
                KeyGrant.newBuilder()
                        .setPublicKey(bytes(32, 3))
                        .setNonce(bytes(32, 4))
                        .setEncapsulation(bytes(32, 5))
                        .setConfirmation(bytes(48, 255))
                        .build(),
                KeyGrant.getDefaultInstance(),
                KeyDone.newBuilder()
                        .setProof(bytes(32, 128))
                        .setCommitment(bytes(32, 7))
                        .build(),
                KeysRefused.newBuilder().setStatus(8).build(),
                FileOffer.newBuilder()
                        .setId(ID)
                        .setName("Größe 4.pdf")
                        .setBytes(1L << 30)
                        .build(),
                FileFetch.newBuilder().setId(ID).setOffset((1L << 30) - 1).build(),
                FilePiece.newBuilder()
                        .setId(ID)
                        .setOffset(1L << 29)
                        .setBytes(bytes(5, 129))
                        .build(),
                FileProgress.newBuilder()
                        .setId(ID)
                        .setBytes(32_768)
                        .setOutcome(FileOutcome.FILE_OUTCOME_TAKEN)
                        .setSha256(bytes(32, 9))
                        .build());
    }

    private static ByteString bytes(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return ByteString.copyFrom(bytes);
    }
}
