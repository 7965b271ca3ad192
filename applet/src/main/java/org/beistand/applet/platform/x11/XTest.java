package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Pointer and keyboard as if by hand (XTest.h). */
final class XTest {

    private static final NativeLibrary LIBRARY = NativeLibrary.open("libXtst.so.6");
    private static final MethodHandle XTEST_QUERY_EXTENSION =
            LIBRARY.function("XTestQueryExtension", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle XTEST_GRAB_CONTROL =
            LIBRARY.function("XTestGrabControl", JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle XTEST_FAKE_MOTION_EVENT =
            LIBRARY.function("XTestFakeMotionEvent", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle XTEST_FAKE_BUTTON_EVENT =
            LIBRARY.function("XTestFakeButtonEvent", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle XTEST_FAKE_KEY_EVENT =
            LIBRARY.function("XTestFakeKeyEvent", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_LONG);

    private XTest() {}

    static int queryExtension(
            MemorySegment display,
            MemorySegment eventBase,
            MemorySegment errorBase,
            MemorySegment major,
            MemorySegment minor) {
        try {
            return (int) XTEST_QUERY_EXTENSION.invokeExact(display, eventBase, errorBase, major, minor);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XTestQueryExtension", failed);
        }
    }

    /** Keeps working while another program has grabbed the server. */
    static int grabControl(MemorySegment display, int impervious) {
        try {
            return (int) XTEST_GRAB_CONTROL.invokeExact(display, impervious);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XTestGrabControl", failed);
        }
    }

    static int fakeMotionEvent(MemorySegment display, int screen, int x, int y, long delay) {
        try {
            return (int) XTEST_FAKE_MOTION_EVENT.invokeExact(display, screen, x, y, delay);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XTestFakeMotionEvent", failed);
        }
    }

    static int fakeButtonEvent(MemorySegment display, int button, int press, long delay) {
        try {
            return (int) XTEST_FAKE_BUTTON_EVENT.invokeExact(display, button, press, delay);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XTestFakeButtonEvent", failed);
        }
    }

    static int fakeKeyEvent(MemorySegment display, int keycode, int press, long delay) {
        try {
            return (int) XTEST_FAKE_KEY_EVENT.invokeExact(display, keycode, press, delay);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XTestFakeKeyEvent", failed);
        }
    }
}
