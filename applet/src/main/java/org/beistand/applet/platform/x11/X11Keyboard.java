package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The X server's keyboard: its layout as it is now, its Caps Lock, and the loans of spare keys. One thread at a time. */
final class X11Keyboard {

    private static final int MAPPING_NOTIFY = 34;
    private static final int CORE_KEYBOARD = 0x100;
    private static final int SHIFT_MASK = 1;
    private static final int LOCK_MASK = 2;
    private static final int GROUP_SHIFT = 13;

    /** struct XkbStateRec. */
    private static final long STATE_BYTES = 24;

    private static final long STATE_LOCKED_MODS = 9;
    private static final int LEVELS_LENT = 2;

    private final X11Display display;
    private final MemorySegment state;
    private final MemorySegment modifiersOut;
    private final MemorySegment symbolOut;
    private final SpareKeycodes spareKeycodes = new SpareKeycodes(this::lend, System::nanoTime, LockSupport::parkNanos);
    private int coreState = -1;
    private boolean capsLock;
    private @Nullable KeyboardLayout layout;

    X11Keyboard(X11Display display) {
        this.display = display;
        this.state = display.arena().allocate(STATE_BYTES, 8);
        this.modifiersOut = display.arena().allocate(JAVA_INT);
        this.symbolOut = display.arena().allocate(JAVA_LONG);
    }

    /** The layout now; read again only when it, the group or Num Lock has changed. */
    KeyboardLayout layout() {
        XKeyboard.xkbGetState(display.handle(), CORE_KEYBOARD, state);
        int locked = Byte.toUnsignedInt(state.get(JAVA_BYTE, STATE_LOCKED_MODS));
        capsLock = (locked & LOCK_MASK) != 0;
        int now = state.get(JAVA_BYTE, 0) << GROUP_SHIFT | locked & ~(LOCK_MASK | SHIFT_MASK);
        boolean changed = now != coreState | readMappingEvents();
        KeyboardLayout known = layout;
        if (changed || known == null) {
            coreState = now;
            spareKeycodes.forgetOverwritten(keycode -> symbol(keycode, 0));
            known = KeyboardLayout.read(new Answers(), spareKeycodes.borrowed());
            layout = known;
        }
        return known;
    }

    private boolean readMappingEvents() {
        boolean changed = false;
        for (Optional<MemorySegment> event = display.nextEvent(); event.isPresent(); event = display.nextEvent()) {
            if (event.get().get(JAVA_INT, 0) == MAPPING_NOTIFY) {
                XKeyboard.refreshKeyboardMapping(event.get());
                changed = true;
            }
        }
        return changed;
    }

    /** Whether the customer's Caps Lock was on at the last call of {@link #layout}. */
    boolean capsLock() {
        return capsLock;
    }

    void setCapsLock(boolean on) {
        XKeyboard.xkbLockModifiers(display.handle(), CORE_KEYBOARD, LOCK_MASK, on ? LOCK_MASK : 0);
    }

    /** A key that gives this character without any modifier. @return empty when the keyboard has no spare key */
    OptionalInt borrow(int codePoint) {
        return spareKeycodes.keycode(Keysyms.of(codePoint), layout().spare());
    }

    /** Leaves the keyboard as it was found. */
    void giveBack() {
        spareKeycodes.giveBack();
    }

    private void lend(int keycode, long keysym) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment symbols = call.allocateFrom(JAVA_LONG, keysym, keysym);
            XKeyboard.changeKeyboardMapping(display.handle(), keycode, LEVELS_LENT, symbols, 1);
            Xlib.sync(display.handle(), 0);
        }
    }

    private long symbol(int keycode, int modifiers) {
        int found =
                XKeyboard.xkbLookupKeySym(display.handle(), keycode, coreState | modifiers, modifiersOut, symbolOut);
        return found == 0 ? Keysyms.NO_SYMBOL : symbolOut.get(JAVA_LONG, 0);
    }

    /** The server's keyboard as it is at one moment. */
    private final class Answers implements KeyboardLayout.Table {

        private final int first;
        private final int last;
        private final int level3 = XKeyboard.xkbKeysymToModifiers(display.handle(), Keysyms.LEVEL3_SHIFT);
        private final boolean[] spare;

        Answers() {
            try (Arena call = Arena.ofConfined()) {
                MemorySegment range = call.allocate(JAVA_INT, 2);
                XKeyboard.displayKeycodes(display.handle(), range, range.asSlice(JAVA_INT.byteSize()));
                this.first = range.get(JAVA_INT, 0);
                this.last = range.get(JAVA_INT, JAVA_INT.byteSize());
                this.spare = readSpare(call);
            }
        }

        private boolean[] readSpare(Arena call) {
            MemorySegment perKeycode = call.allocate(JAVA_INT);
            int count = last - first + 1;
            MemorySegment answer = XKeyboard.getKeyboardMapping(display.handle(), first, count, perKeycode);
            int width = perKeycode.get(JAVA_INT, 0);
            MemorySegment symbols = answer.reinterpret((long) count * width * JAVA_LONG.byteSize());
            boolean[] empty = new boolean[count];
            for (int key = 0; key < count; key++) {
                empty[key] = true;
                for (int level = 0; level < width; level++) {
                    empty[key] &= symbols.getAtIndex(JAVA_LONG, (long) key * width + level) == Keysyms.NO_SYMBOL;
                }
            }
            Xlib.free(answer);
            return empty;
        }

        @Override
        public int first() {
            return first;
        }

        @Override
        public int last() {
            return last;
        }

        @Override
        public long symbol(int keycode, boolean shift, boolean withLevel3) {
            if (withLevel3 && level3 == 0) {
                return Keysyms.NO_SYMBOL;
            }
            return X11Keyboard.this.symbol(keycode, (shift ? SHIFT_MASK : 0) | (withLevel3 ? level3 : 0));
        }

        @Override
        public boolean isSpare(int keycode) {
            return spare[keycode - first];
        }
    }
}
