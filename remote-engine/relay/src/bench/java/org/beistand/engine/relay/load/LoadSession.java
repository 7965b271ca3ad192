package org.beistand.engine.relay.load;

import java.util.random.RandomGenerator;
import org.beistand.engine.protocol.MessageType;

/**
 * What happens in one support session, on average: the technician moves the pointer 3 times a second and presses a key once
 * a second, the screen changes a little (1.5 KiB) twice a second; in every twentieth session it scrolls, with 12 KiB 25
 * times a second. Every picture is answered by PictureShown. Intervals are exponential, as when nobody waits for anybody.
 */
final class LoadSession {

    private static final double SECOND = 1e9;
    private static final int BUSY_EVERY = 20;
    private static final FrameMould MOVE = new FrameMould(MessageType.POINTER_MOVE, 72);
    private static final FrameMould KEY = new FrameMould(MessageType.KEY_PRESS, 88);
    private static final FrameMould SHOWN = new FrameMould(MessageType.PICTURE_SHOWN, 48);
    private static final FrameMould LITTLE = new FrameMould(MessageType.SCREEN_PICTURE, 1_536);
    private static final FrameMould SCROLLED = new FrameMould(MessageType.SCREEN_PICTURE, 12_288);

    private final LoadEnd applet;
    private final LoadEnd technician;
    private final boolean busy;
    private final RandomGenerator random;

    LoadSession(int number, LoadEnd applet, LoadEnd technician, RandomGenerator random) {
        this.applet = applet;
        this.technician = technician;
        this.busy = number % BUSY_EVERY == 0;
        this.random = random;
    }

    LoadEnd applet() {
        return applet;
    }

    LoadEnd technician() {
        return technician;
    }

    boolean isComplete() {
        return applet.isWelcome() && technician.isWelcome();
    }

    boolean isBroken() {
        return applet.isClosed() || technician.isClosed();
    }

    /** Goes on by itself until the loop is told otherwise. */
    void begin(LoadLoop loop) {
        repeat(loop, 3, technician, MOVE, MessageType.POINTER_MOVE);
        repeat(loop, 1, technician, KEY, MessageType.KEY_PRESS);
        if (busy) {
            repeat(loop, 25, applet, SCROLLED, MessageType.SCREEN_PICTURE);
        } else {
            repeat(loop, 2, applet, LITTLE, MessageType.SCREEN_PICTURE);
        }
    }

    private void repeat(LoadLoop loop, double perSecond, LoadEnd from, FrameMould mould, MessageType type) {
        loop.after((long) (-Math.log(1 - random.nextDouble()) * SECOND / perSecond), () -> {
            from.send(mould, type, System.nanoTime());
            repeat(loop, perSecond, from, mould, type);
        });
    }

    /** The technician's viewer has painted a picture. */
    void shown() {
        technician.send(SHOWN, MessageType.PICTURE_SHOWN, System.nanoTime());
    }
}
