package org.beistand.engine.viewer.doubles;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.PictureWriter;
import org.beistand.engine.protocol.seal.Sealed;
import org.beistand.engine.wire.chat.ChatHistory;
import org.beistand.engine.wire.chat.ChatLine;
import org.beistand.engine.wire.consent.Decision;
import org.beistand.engine.wire.consent.PermissionDecision;
import org.beistand.engine.wire.consent.PermissionRequest;
import org.beistand.engine.wire.consent.PermissionState;
import org.beistand.engine.wire.consent.SteeringState;
import org.beistand.engine.wire.consent.SteeringWish;
import org.beistand.engine.wire.control.End;
import org.beistand.engine.wire.control.Participant;
import org.beistand.engine.wire.control.ParticipantJoined;
import org.beistand.engine.wire.control.ParticipantLeft;
import org.beistand.engine.wire.control.Role;
import org.beistand.engine.wire.control.Welcome;
import org.beistand.engine.wire.input.InputApplied;
import org.beistand.engine.wire.screen.Monitor;
import org.beistand.engine.wire.screen.ScreenLayout;

/** The customer's end, as the viewer meets it through one connection. Each method is one thing that happens there. */
public record Desktop(ViewerConnection viewer) {

    /** The applet's number in the session. */
    public static final int APPLET = 7;

    public static final String CUSTOMER = "Anna Beck";

    /** Lets the viewer in; the customer is not here yet. */
    public Desktop welcomes(Participant... others) {
        viewer.awaitHello();
        viewer.send(
                MessageType.WELCOME,
                Welcome.newBuilder()
                        .setVersion(1)
                        .setParticipantId(3)
                        .setSessionId("s1")
                        .addAllParticipants(Arrays.asList(others))
                        .setMaxFrameBytes(1 << 20)
                        .build());
        return this;
    }

    /** Lets the viewer in; the customer is here already. */
    public Desktop welcomesWithCustomer(String... granted) {
        welcomes(participant(APPLET, Role.ROLE_APPLET, CUSTOMER));
        viewer.agreesOnKeys(APPLET);
        state(granted);
        viewer.send(MessageType.CHAT_HISTORY, ChatHistory.getDefaultInstance());
        return this;
    }

    public static Participant participant(int id, Role role, String name) {
        return Participant.newBuilder()
                .setId(id)
                .setRole(role)
                .setDisplayName(name)
                .setSubject("subject-" + id)
                .addFeatures("clipboard.1")
                .addFeatures("files.1")
                .addFeatures(Sealed.FEATURE)
                .build();
    }

    public void joins(Participant participant) {
        viewer.send(
                MessageType.PARTICIPANT_JOINED,
                ParticipantJoined.newBuilder().setParticipant(participant).build());
        if (participant.getRole() == Role.ROLE_APPLET) {
            viewer.agreesOnKeys(participant.getId());
        }
    }

    /** The applet joins again: another connection, the same subject. */
    public void comesBack(int id) {
        joins(participant(APPLET, Role.ROLE_APPLET, CUSTOMER).toBuilder()
                .setId(id)
                .build());
    }

    public void leaves(int id, boolean forGood) {
        viewer.send(
                MessageType.PARTICIPANT_LEFT,
                ParticipantLeft.newBuilder()
                        .setParticipantId(id)
                        .setForGood(forGood)
                        .build());
    }

    public void state(String... granted) {
        viewer.send(
                MessageType.PERMISSION_STATE,
                PermissionState.newBuilder()
                        .addAllGranted(Arrays.asList(granted))
                        .build());
    }

    /** Numbers of who steers, who leads, and who asks; the viewer's own is 3. */
    public void steered(int steering, int leading, int... asking) {
        SteeringState.Builder state =
                SteeringState.newBuilder().setSteering(steering).setLeading(leading);
        Arrays.stream(asking)
                .forEach(id -> state.addAsking(SteeringWish.newBuilder().setParticipant(id)));
        viewer.send(MessageType.STEERING_STATE, state.build());
    }

    public void beingAsked(String permission) {
        PermissionRequest asked = PermissionRequest.newBuilder()
                .setRequestId("r1")
                .setPermission(permission)
                .build();
        viewer.send(
                MessageType.PERMISSION_STATE,
                PermissionState.newBuilder().addWaiting(asked).build());
    }

    public void decides(String permission, Decision decision) {
        viewer.send(
                MessageType.PERMISSION_DECISION,
                PermissionDecision.newBuilder()
                        .setPermission(permission)
                        .setDecision(decision)
                        .build());
    }

    /** Everything in the stream up to this number has been dealt with. */
    public void applied(long stream, long number) {
        viewer.send(
                MessageType.INPUT_APPLIED,
                InputApplied.newBuilder().setStream(stream).setNumber(number).build());
    }

    public void layout(int width, int height) {
        viewer.send(
                MessageType.SCREEN_LAYOUT,
                ScreenLayout.newBuilder()
                        .setWidth(width)
                        .setHeight(height)
                        .setCapturing(true)
                        .build());
    }

    /** A desktop of several monitors, side by side, each of this size. */
    public void monitors(int width, int height, String... names) {
        ScreenLayout.Builder layout = ScreenLayout.newBuilder()
                .setWidth(width * names.length)
                .setHeight(height)
                .setCapturing(true);
        for (int index = 0; index < names.length; index++) {
            layout.addMonitors(Monitor.newBuilder()
                    .setId(index + 1)
                    .setX(index * width)
                    .setWidth(width)
                    .setHeight(height)
                    .setPrimary(index == 0)
                    .setName(names[index]));
        }
        viewer.send(MessageType.SCREEN_LAYOUT, layout.build());
    }

    public void cannotCapture(String reason) {
        viewer.send(
                MessageType.SCREEN_LAYOUT,
                ScreenLayout.newBuilder().setReason(reason).build());
    }

    /** Sends areas of a screen as one picture. */
    public void picture(long number, boolean full, int[] pixels, int width, List<Area> areas) {
        try (PictureWriter writer = new PictureWriter()) {
            writer.write(number, pixels, width, areas, (payload, first, last) -> {
                int flags = (last ? FrameHeader.LAST : 0) | (first && full ? FrameHeader.FULL : 0);
                ByteBuffer copy =
                        ByteBuffer.allocate(payload.remaining()).put(payload).flip();
                viewer.send(MessageType.SCREEN_PICTURE, flags, copy);
            });
        }
    }

    /** Sends a whole screen as one picture that needs no earlier one. */
    public void picture(long number, int[] pixels, int width) {
        picture(number, true, pixels, width, List.of(new Area(0, 0, width, pixels.length / width)));
    }

    public void says(String id, String text) {
        viewer.send(MessageType.CHAT_LINE, line(id, text, CUSTOMER, true));
    }

    public void tellsHistory(ChatLine... lines) {
        viewer.send(
                MessageType.CHAT_HISTORY,
                ChatHistory.newBuilder().addAllLines(Arrays.asList(lines)).build());
    }

    public static ChatLine line(String id, String text, String author, boolean fromCustomer) {
        return ChatLine.newBuilder()
                .setId(id)
                .setText(text)
                .setAuthor(author)
                .setFromCustomer(fromCustomer)
                .setSentAt(1_795_300_920_000L)
                .build();
    }

    public void ends(Status status) {
        viewer.send(MessageType.END, End.newBuilder().setStatus(status.code()).build());
        viewer.close(status.webSocket());
    }
}
