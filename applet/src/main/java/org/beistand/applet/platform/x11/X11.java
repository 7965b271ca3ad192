package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.capture.CannotCapture;
import org.beistand.applet.capture.ScreenSource;
import org.beistand.applet.clipboard.ClipboardWatch;
import org.beistand.applet.cursor.CursorSource;
import org.beistand.applet.input.InputSink;

/**
 * Says whether X11 is here and what it can do, and opens it. Missing libraries and servers are an ordinary "no".
 *
 * @param environment of the process: names the display, and tells of Wayland
 */
public record X11(Map<String, String> environment) {

    private static final Logger LOG = Logger.getLogger(X11.class.getName());
    private static final int PREFERENCE = 100;

    public X11 {
        environment = Map.copyOf(environment);
    }

    private Optional<X11Display> display() {
        return X11Display.open(environment.getOrDefault("DISPLAY", ":0"));
    }

    /** Pictures by shared memory. */
    public ScreenSource.Provider screen() {
        return new ScreenSource.Provider() {
            @Override
            public int preference() {
                return PREFERENCE;
            }

            @Override
            public Optional<CannotCapture> obstacle() {
                return X11.this.obstacle();
            }

            @Override
            public ScreenSource open() {
                return openScreen();
            }
        };
    }

    /** Input by XTEST. */
    public InputSink.Provider input() {
        return new InputSink.Provider() {
            @Override
            public int preference() {
                return PREFERENCE;
            }

            @Override
            public Optional<InputSink> open() {
                return unlessMissing(X11.this::openInput, Optional.empty());
            }
        };
    }

    /** The pointer by XFixes. */
    public CursorSource.Provider cursor() {
        return new CursorSource.Provider() {
            @Override
            public int preference() {
                return PREFERENCE;
            }

            @Override
            public Optional<CursorSource> open() {
                return unlessMissing(X11.this::openCursor, Optional.empty());
            }
        };
    }

    /** Who copies, by XFixes. */
    public ClipboardWatch.Provider clipboard() {
        return new ClipboardWatch.Provider() {
            @Override
            public int preference() {
                return PREFERENCE;
            }

            @Override
            public Optional<ClipboardWatch> open() {
                return unlessMissing(X11.this::openClipboard, Optional.empty());
            }
        };
    }

    /**
     * Under Wayland programs see only their own windows, whatever X11 compatibility there is: a black picture would be a
     * lie.
     */
    public boolean isWayland() {
        boolean session = environment.containsKey("WAYLAND_DISPLAY")
                && "wayland".equals(environment.getOrDefault("XDG_SESSION_TYPE", "wayland"));
        return session || unlessMissing(this::isXwayland, false);
    }

    private boolean isXwayland() {
        return display()
                .map(display -> {
                    try (display) {
                        return display.hasExtension("XWAYLAND");
                    }
                })
                .orElse(false);
    }

    private Optional<CannotCapture> obstacle() {
        if (isWayland()) {
            return Optional.of(new CannotCapture("capture.wayland", "this desktop is Wayland"));
        }
        boolean usable = unlessMissing(
                () -> display()
                        .map(display -> {
                            try (display) {
                                return XShm.queryExtension(display.handle()) != 0 && display.hasExtension("DAMAGE");
                            }
                        })
                        .orElse(false),
                false);
        return usable
                ? Optional.empty()
                : Optional.of(new CannotCapture("capture.nothing", "no X11 with MIT-SHM and DAMAGE"));
    }

    private ScreenSource openScreen() {
        X11Display display =
                display().orElseThrow(() -> new CannotCapture("capture.nothing", "no X server to talk to"));
        try {
            X11ScreenSource source = new X11ScreenSource(display);
            source.grab(); // proves that memory can be shared before anybody relies on it
            return source;
        } catch (LinkageError | IllegalArgumentException | NativeCallFailed failed) {
            display.close();
            throw new CannotCapture("capture.nothing", "X11 cannot be used", failed);
        }
    }

    private Optional<InputSink> openInput() {
        return display().flatMap(display -> {
            if (!hasXTest(display)) {
                display.close();
                return Optional.empty();
            }
            return Optional.of(new X11InputSink(display));
        });
    }

    private Optional<CursorSource> openCursor() {
        return openByXFixes(X11CursorSource::new);
    }

    private Optional<ClipboardWatch> openClipboard() {
        return openByXFixes(X11ClipboardWatch::new);
    }

    /** @param made of a display and the number of the extension's first event */
    private <T> Optional<T> openByXFixes(BiFunction<X11Display, Integer, T> made) {
        return display().flatMap(display -> {
            try (Arena call = Arena.ofConfined()) {
                MemorySegment bases = call.allocate(JAVA_INT, 2);
                if (XFixes.queryExtension(display.handle(), bases, bases.asSlice(JAVA_INT.byteSize())) == 0) {
                    display.close();
                    return Optional.empty();
                }
                return Optional.of(made.apply(display, bases.get(JAVA_INT, 0)));
            } catch (LinkageError | IllegalArgumentException | NativeCallFailed missing) {
                display.close();
                throw missing;
            }
        });
    }

    private static boolean hasXTest(X11Display display) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment out = call.allocate(JAVA_INT, 4);
            long step = JAVA_INT.byteSize();
            return XTest.queryExtension(
                            display.handle(), out, out.asSlice(step), out.asSlice(2 * step), out.asSlice(3 * step))
                    != 0;
        }
    }

    private static <T> T unlessMissing(Supplier<T> use, T otherwise) {
        try {
            return use.get();
        } catch (LinkageError | IllegalArgumentException | NativeCallFailed missing) {
            LOG.log(Level.INFO, "X11 is not here: {0}", missing.toString());
            return otherwise;
        }
    }
}
