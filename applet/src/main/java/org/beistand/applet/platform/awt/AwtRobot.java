package org.beistand.applet.platform.awt;

import java.awt.GraphicsEnvironment;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.beistand.applet.capture.CannotCapture;
import org.beistand.applet.capture.ScreenSource;
import org.beistand.applet.clipboard.ClipboardWatch;
import org.beistand.applet.cursor.CursorSource;
import org.beistand.applet.input.InputSink;

/** Offers java.awt.Robot, and what else the toolkit can do, where nothing better is there. */
public final class AwtRobot {

    private static final int PREFERENCE = 10;

    private AwtRobot() {}

    /** @param wayland whether this is a desktop where Robot would see nothing but our own window */
    public static ScreenSource.Provider screen(BooleanSupplier wayland) {
        return new ScreenSource.Provider() {
            @Override
            public int preference() {
                return PREFERENCE;
            }

            @Override
            public Optional<CannotCapture> obstacle() {
                if (wayland.getAsBoolean()) {
                    return Optional.of(new CannotCapture("capture.wayland", "this desktop is Wayland"));
                }
                return GraphicsEnvironment.isHeadless()
                        ? Optional.of(new CannotCapture("capture.nothing", "no display"))
                        : Optional.empty();
            }

            @Override
            public ScreenSource open() {
                return RobotScreenSource.open();
            }
        };
    }

    /** The pointer's place, not its look. */
    public static CursorSource.Provider cursor() {
        return new CursorSource.Provider() {
            @Override
            public int preference() {
                return PREFERENCE;
            }

            @Override
            public Optional<CursorSource> open() {
                return AwtCursorSource.open();
            }
        };
    }

    /** That somebody has copied something. */
    public static ClipboardWatch.Provider clipboard() {
        return FlavorWatch.provider();
    }

    public static InputSink.Provider input() {
        return new InputSink.Provider() {
            @Override
            public int preference() {
                return PREFERENCE;
            }

            @Override
            public Optional<InputSink> open() {
                return RobotInputSink.open();
            }
        };
    }
}
