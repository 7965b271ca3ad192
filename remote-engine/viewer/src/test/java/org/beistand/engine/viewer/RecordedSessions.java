package org.beistand.engine.viewer;

import com.google.protobuf.ByteString;
import java.util.Arrays;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.viewer.doubles.RecordedTape;
import org.beistand.engine.wire.consent.Decision;
import org.beistand.engine.wire.consent.PermissionDecision;
import org.beistand.engine.wire.consent.PermissionRequest;
import org.beistand.engine.wire.consent.PermissionState;
import org.beistand.engine.wire.consent.SteeringState;
import org.beistand.engine.wire.cursor.CursorMoved;
import org.beistand.engine.wire.cursor.CursorShape;
import org.beistand.engine.wire.screen.ScreenLayout;

/** Tests with a session that was recorded: its pictures, and what was said and allowed. */
abstract class RecordedSessions extends RecordingPages {

    static final int WIDTH = 640;
    static final int HEIGHT = 400;
    static final long BEGINS = 1_795_430_530_000L;
    static final Area WINDOW = new Area(60, 50, 220, 130);

    final int[] first = Pixels.desktop(WIDTH, HEIGHT);
    final int[] second = changed(first, 0xFF2266AA);
    final int[] third = Pixels.noise(WIDTH, HEIGHT, 9);
    final int[] fourth = changed(third, 0xFF22AA66);

    RecordedSessions() {}

    /** A session of 22 seconds. */
    RecordedTape session() {
        RecordedTape tape = new RecordedTape("t1", "Maria Lindner", 3, BEGINS);
        return story(tape, first, WIDTH, layout().toBuilder());
    }

    RecordedTape story(RecordedTape tape, int[] screen, int width, ScreenLayout.Builder layout) {
        int[] other = width == WIDTH ? third : screen;
        return tape.fromApplet(
                        MessageType.PERMISSION_STATE,
                        PermissionState.newBuilder().addGranted("record").build())
                .fromApplet(
                        MessageType.STEERING_STATE,
                        SteeringState.newBuilder().setSteering(3).build())
                .at(500)
                .fromTechnician(
                        MessageType.PERMISSION_REQUEST,
                        PermissionRequest.newBuilder()
                                .setRequestId("r1")
                                .setPermission("view")
                                .build())
                .at(1000)
                .fromApplet(MessageType.PERMISSION_DECISION, decision("r1", Decision.DECISION_GRANTED))
                .fromApplet(MessageType.SCREEN_LAYOUT, layout.setCapturing(true).build())
                .whole(screen, width)
                .at(1200)
                .fromApplet(MessageType.CURSOR_SHAPE, arrow())
                .fromApplet(
                        MessageType.CURSOR_MOVED,
                        CursorMoved.newBuilder().setX(300).setY(200).build())
                .at(2000)
                .change(width == WIDTH ? second : screen, width, WINDOW)
                .at(2500)
                .fromApplet(
                        MessageType.CHAT_LINE,
                        Desktop.line("a", "Mein Drucker <b>druckt</b> nicht.", Desktop.CUSTOMER, true))
                .at(20_000)
                .whole(other, width)
                .at(21_000)
                .change(width == WIDTH ? fourth : screen, width, WINDOW)
                .at(21_200)
                .fromTechnician(MessageType.CHAT_LINE, Desktop.line("b", "Ich sehe es.", "Maria Lindner", false))
                .at(22_000)
                .fromApplet(MessageType.PERMISSION_DECISION, decision("", Decision.DECISION_WITHDRAWN));
    }

    /** Control is allowed for five seconds from the beginning; the turn is told before and afterwards as well. */
    RecordedTape steered() {
        return new RecordedTape("t1", "Maria Lindner", 3, BEGINS)
                .fromApplet(MessageType.STEERING_STATE, steering(3))
                .fromApplet(
                        MessageType.PERMISSION_STATE,
                        PermissionState.newBuilder()
                                .addGranted("view")
                                .addGranted("control")
                                .addGranted("record")
                                .build())
                .fromApplet(MessageType.SCREEN_LAYOUT, layout())
                .whole(first, WIDTH)
                .at(1_000)
                .fromTechnician(MessageType.CHAT_LINE, Desktop.line("b", "Ich klicke.", "Maria Lindner", false))
                .at(5_000)
                .fromApplet(MessageType.STEERING_STATE, steering(0))
                .at(6_000)
                .fromApplet(
                        MessageType.PERMISSION_STATE,
                        PermissionState.newBuilder()
                                .addGranted("view")
                                .addGranted("record")
                                .build())
                .fromApplet(MessageType.STEERING_STATE, steering(3));
    }

    private static SteeringState steering(int participant) {
        return SteeringState.newBuilder().setSteering(participant).build();
    }

    static PermissionDecision decision(String request, Decision decision) {
        return PermissionDecision.newBuilder()
                .setRequestId(request)
                .setPermission("view")
                .setDecision(decision)
                .build();
    }

    static ScreenLayout layout() {
        return ScreenLayout.newBuilder()
                .setWidth(WIDTH)
                .setHeight(HEIGHT)
                .setCapturing(true)
                .build();
    }

    static CursorShape arrow() {
        byte[] pixels = new byte[16 * 16 * 4];
        Arrays.fill(pixels, (byte) 0xFF);
        return CursorShape.newBuilder()
                .setId(1)
                .setWidth(16)
                .setHeight(16)
                .setPixels(ByteString.copyFrom(pixels))
                .build();
    }

    static int[] changed(int[] screen, int color) {
        int[] after = screen.clone();
        for (int y = WINDOW.y(); y < WINDOW.y() + WINDOW.height(); y++) {
            Arrays.fill(after, y * WIDTH + WINDOW.x(), y * WIDTH + WINDOW.x() + WINDOW.width(), color);
        }
        return after;
    }
}
