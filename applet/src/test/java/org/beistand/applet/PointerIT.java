package org.beistand.applet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Path;
import org.beistand.applet.desktop.Desktop;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.contract.RecordingTerms;
import org.beistand.engine.protocol.seal.SealKeyPair;
import org.beistand.engine.wire.cursor.CursorMoved;
import org.beistand.engine.wire.cursor.CursorShape;
import org.beistand.engine.wire.input.PointerMove;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a technician is told of a real pointer. */
class PointerIT {

    @TempDir
    Path folder;

    private CustomersDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new CustomersDesk(folder);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void isToldOnlyWithConsentAndOnlyWhenSomebodyElseMovesIt() throws Exception {
        desk.startWithTechnician();
        desk.desktop.run("xdotool", "mousemove", "50", "60");
        desk.relay.ask("1", "view");
        desk.screenshotWhenAsked("pointer-asked");
        assertThat(desk.relay.count(MessageType.CURSOR_SHAPE) + desk.relay.count(MessageType.CURSOR_MOVED))
                .isZero();
        desk.click("allow", "1");
        CursorShape shape = CursorShape.parseFrom(
                desk.relay.await(MessageType.CURSOR_SHAPE, frame -> true).payload());
        assertThat(shape.getPixels().size()).isEqualTo(shape.getWidth() * shape.getHeight() * 4);
        desk.relay.ask("2", "control");
        desk.click("allow", "2");
        desk.desktop.run("xdotool", "mousemove", "300", "200");
        Desktop.await("the customer's movement is told", () -> lastPlace().equals("300,200"));
        desk.relay.send(
                MessageType.POINTER_MOVE,
                PointerMove.newBuilder().setX(444).setY(333).build());
        Desktop.await("the technician's movement is done", () -> desktopPlace().startsWith("x:444 y:333"));
        desk.desktop.run("xdotool", "mousemove", "310", "210");
        Desktop.await("the customer's next movement is told", () -> lastPlace().equals("310,210"));
        assertThat(desk.relay.arrived(MessageType.CURSOR_MOVED))
                .noneMatch(frame -> place(frame.payload()).startsWith("444,333"));
    }

    @Test
    void aRecordingIsToldOfTheTechniciansMovementsToo() throws Exception {
        desk.helpdesk.record(RecordingTerms.Mode.ALWAYS, SealKeyPair.generate());
        desk.startWithTechnician();
        desk.relay.ask("1", "view");
        desk.click("allow", "1");
        desk.relay.await(MessageType.RECORDING_KEYS, frame -> true);
        desk.relay.await(MessageType.SCREEN_PICTURE, frame -> true);
        desk.relay.ask("2", "control");
        desk.click("allow", "2");
        desk.desktop.run("xdotool", "mousemove", "300", "200");
        Desktop.await("the customer's movement is told", () -> lastPlace().equals("300,200"));
        desk.relay.send(
                MessageType.POINTER_MOVE,
                PointerMove.newBuilder().setX(444).setY(333).build());
        Desktop.await("the technician's movement is told", () -> lastPlace().equals("444,333, own"));
    }

    private String lastPlace() {
        return desk.relay.count(MessageType.CURSOR_MOVED) == 0
                ? ""
                : place(desk.relay.last(MessageType.CURSOR_MOVED).payload());
    }

    private static String place(java.nio.ByteBuffer payload) {
        try {
            CursorMoved moved = CursorMoved.parseFrom(payload.duplicate());
            return moved.getX() + "," + moved.getY() + (moved.getOwn() ? ", own" : "");
        } catch (InvalidProtocolBufferException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private String desktopPlace() {
        try {
            return desk.desktop.run("xdotool", "getmouselocation");
        } catch (java.io.IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
