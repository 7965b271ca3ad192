package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The keyboard's layout (XKBlib.h and Xlib.h). */
final class XKeyboard {

    private static final NativeLibrary LIBRARY = NativeLibrary.open("libX11.so.6");
    private static final MethodHandle XDISPLAY_KEYCODES =
            LIBRARY.function("XDisplayKeycodes", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle XGET_KEYBOARD_MAPPING =
            LIBRARY.function("XGetKeyboardMapping", ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle XCHANGE_KEYBOARD_MAPPING =
            LIBRARY.function("XChangeKeyboardMapping", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle XREFRESH_KEYBOARD_MAPPING =
            LIBRARY.function("XRefreshKeyboardMapping", JAVA_INT, ADDRESS);
    private static final MethodHandle XKB_GET_STATE =
            LIBRARY.function("XkbGetState", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
    private static final MethodHandle XKB_LOOKUP_KEY_SYM =
            LIBRARY.function("XkbLookupKeySym", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle XKB_KEYSYM_TO_MODIFIERS =
            LIBRARY.function("XkbKeysymToModifiers", JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle XKB_LOCK_MODIFIERS =
            LIBRARY.function("XkbLockModifiers", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT);

    private XKeyboard() {}

    static int displayKeycodes(MemorySegment display, MemorySegment min, MemorySegment max) {
        try {
            return (int) XDISPLAY_KEYCODES.invokeExact(display, min, max);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XDisplayKeycodes", failed);
        }
    }

    /** @return an array of keysyms, to be freed with XFree */
    static MemorySegment getKeyboardMapping(
            MemorySegment display, int first, int count, MemorySegment symbolsPerKeycode) {
        try {
            return (MemorySegment) XGET_KEYBOARD_MAPPING.invokeExact(display, first, count, symbolsPerKeycode);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XGetKeyboardMapping", failed);
        }
    }

    static int changeKeyboardMapping(
            MemorySegment display, int first, int symbolsPerKeycode, MemorySegment symbols, int count) {
        try {
            return (int) XCHANGE_KEYBOARD_MAPPING.invokeExact(display, first, symbolsPerKeycode, symbols, count);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XChangeKeyboardMapping", failed);
        }
    }

    static int refreshKeyboardMapping(MemorySegment event) {
        try {
            return (int) XREFRESH_KEYBOARD_MAPPING.invokeExact(event);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XRefreshKeyboardMapping", failed);
        }
    }

    /** Fills an XkbStateRec. */
    static int xkbGetState(MemorySegment display, int device, MemorySegment state) {
        try {
            return (int) XKB_GET_STATE.invokeExact(display, device, state);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XkbGetState", failed);
        }
    }

    /** The keysym that the key gives under this state (modifiers, group in bits 13 and 14); no round trip. */
    static int xkbLookupKeySym(
            MemorySegment display, int keycode, int state, MemorySegment modifiersUsed, MemorySegment symbol) {
        try {
            return (int) XKB_LOOKUP_KEY_SYM.invokeExact(display, keycode, state, modifiersUsed, symbol);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XkbLookupKeySym", failed);
        }
    }

    static int xkbKeysymToModifiers(MemorySegment display, long symbol) {
        try {
            return (int) XKB_KEYSYM_TO_MODIFIERS.invokeExact(display, symbol);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XkbKeysymToModifiers", failed);
        }
    }

    static int xkbLockModifiers(MemorySegment display, int device, int affect, int values) {
        try {
            return (int) XKB_LOCK_MODIFIERS.invokeExact(display, device, affect, values);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XkbLockModifiers", failed);
        }
    }
}
