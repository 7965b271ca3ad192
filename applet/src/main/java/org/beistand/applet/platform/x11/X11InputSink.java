package org.beistand.applet.platform.x11;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.logging.Logger;
import org.beistand.applet.input.InputSink;
import org.beistand.applet.input.KeyStroke;
import org.beistand.applet.input.Modifier;

/**
 * Pointer and keyboard by XTEST. Modifiers and pointer buttons are really held; every other key is struck at once when it
 * is pressed and again for each repetition that arrives: a key held by us would be repeated by the X server for as long
 * as a slow line delays its release, and a held Backspace then deletes what nobody wanted to delete.
 */
final class X11InputSink implements InputSink {

    private static final Logger LOG = Logger.getLogger(X11InputSink.class.getName());
    private static final int NOTCH = 120;
    private static final int MAX_NOTCHES = 50;
    private static final int WHEEL_UP = 4;
    private static final int WHEEL_DOWN = 5;
    private static final int WHEEL_LEFT = 6;
    private static final int WHEEL_RIGHT = 7;

    /** X11 buttons of the DOM's 0 to 4; X11's 4 to 7 are the wheel. */
    private static final int[] BUTTONS = {1, 2, 3, 8, 9};

    private record Held(int keycode, Modifier modifier) {}

    private final X11Display display;
    private final X11Keyboard keyboard;
    private final Map<String, Held> heldModifiers = new LinkedHashMap<>();
    private final Set<Integer> heldButtons = new LinkedHashSet<>();
    private int restX;
    private int restY;

    X11InputSink(X11Display display) {
        this.display = display;
        this.keyboard = new X11Keyboard(display);
        XTest.grabControl(display.handle(), 1);
        keyboard.layout(); // takes time the first time, and a key should not wait for it
    }

    @Override
    public String name() {
        return "x11-xtest";
    }

    @Override
    public void move(int x, int y) {
        XTest.fakeMotionEvent(display.handle(), display.screen(), x, y, 0);
        Xlib.flush(display.handle());
    }

    @Override
    public void button(int button, boolean pressed) {
        if (button < 0 || button >= BUTTONS.length) {
            return;
        }
        int x11Button = BUTTONS[button];
        boolean changes = pressed ? heldButtons.add(x11Button) : heldButtons.remove(x11Button);
        if (changes) {
            XTest.fakeButtonEvent(display.handle(), x11Button, pressed ? 1 : 0, 0);
            Xlib.flush(display.handle());
        }
    }

    @Override
    public void wheel(int dx, int dy) {
        restX = turn(restX + dx, WHEEL_LEFT, WHEEL_RIGHT);
        restY = turn(restY + dy, WHEEL_UP, WHEEL_DOWN);
        Xlib.flush(display.handle());
    }

    private int turn(int amount, int negative, int positive) {
        int notches = Math.min(Math.abs(amount / NOTCH), MAX_NOTCHES);
        int button = amount < 0 ? negative : positive;
        for (int notch = 0; notch < notches; notch++) {
            XTest.fakeButtonEvent(display.handle(), button, 1, 0);
            XTest.fakeButtonEvent(display.handle(), button, 0, 0);
        }
        return amount % NOTCH;
    }

    @Override
    public void key(KeyStroke stroke) {
        Optional<Modifier> modifier = NamedKeys.modifier(stroke);
        if (modifier.isPresent()) {
            hold(stroke, modifier.get());
        } else if (stroke.pressed()) {
            strike(stroke);
        }
        Xlib.flush(display.handle());
    }

    private void hold(KeyStroke stroke, Modifier modifier) {
        if (!stroke.pressed()) {
            Held held = heldModifiers.remove(stroke.code());
            if (held != null) {
                send(held.keycode(), false);
            }
        } else if (!heldModifiers.containsKey(stroke.code())) {
            KeyboardLayout layout = keyboard.layout();
            OptionalInt exact = layout.key(NamedKeys.modifierSymbol(stroke, modifier));
            OptionalInt keycode = exact.isPresent() ? exact : layout.key(NamedKeys.symbol(modifier));
            if (keycode.isPresent()) {
                heldModifiers.put(stroke.code(), new Held(keycode.getAsInt(), modifier));
                send(keycode.getAsInt(), true);
            }
        }
    }

    private void strike(KeyStroke stroke) {
        if (stroke.isCharacter()) {
            strikeCharacter(stroke);
            return;
        }
        OptionalLong symbol = NamedKeys.symbol(stroke);
        OptionalInt keycode = symbol.isPresent() ? keyboard.layout().key(symbol.getAsLong()) : OptionalInt.empty();
        if (keycode.isPresent()) {
            strike(keycode.getAsInt(), withoutAltGraph(stroke.held()));
        }
    }

    private void strikeCharacter(KeyStroke stroke) {
        Set<Modifier> shortcut = EnumSet.noneOf(Modifier.class);
        if (!stroke.held().contains(Modifier.ALT_GRAPH)) { // Windows reports AltGr as Control and Alt as well
            shortcut.addAll(stroke.held());
            shortcut.remove(Modifier.SHIFT);
        }
        int codePoint = stroke.key().codePointAt(0);
        if (!shortcut.isEmpty() && Character.isLetter(codePoint)) {
            // Control+C is the key, not the capital that the technician's Caps Lock makes of it.
            codePoint = Character.toLowerCase(codePoint);
            if (stroke.held().contains(Modifier.SHIFT)) {
                shortcut.add(Modifier.SHIFT);
            }
        }
        strikeCharacter(codePoint, shortcut);
    }

    @Override
    public void type(int codePoint) {
        switch (codePoint) {
            case '\n' -> strikeSymbol(Keysyms.RETURN);
            case '\t' -> strikeSymbol(Keysyms.TAB);
            default -> {
                if (!Character.isISOControl(codePoint)) {
                    strikeCharacter(codePoint, EnumSet.noneOf(Modifier.class));
                }
            }
        }
        Xlib.flush(display.handle());
    }

    private void strikeSymbol(long symbol) {
        OptionalInt keycode = keyboard.layout().key(symbol);
        if (keycode.isPresent()) {
            strike(keycode.getAsInt(), EnumSet.noneOf(Modifier.class));
        }
    }

    private void strikeCharacter(int codePoint, Set<Modifier> shortcut) {
        Optional<KeyboardLayout.Way> way = keyboard.layout().way(codePoint);
        Set<Modifier> wanted = EnumSet.noneOf(Modifier.class);
        wanted.addAll(shortcut);
        int keycode;
        if (way.isPresent()) {
            keycode = way.get().keycode();
            addIf(wanted, Modifier.SHIFT, way.get().shift());
            addIf(wanted, Modifier.ALT_GRAPH, way.get().level3());
        } else {
            OptionalInt borrowed = keyboard.borrow(codePoint);
            if (borrowed.isEmpty()) {
                LOG.warning("this keyboard lacks a character and has no spare key for it");
                return;
            }
            keycode = borrowed.getAsInt();
        }
        boolean capsLock = keyboard.capsLock();
        if (capsLock) {
            keyboard.setCapsLock(false);
        }
        strike(keycode, wanted);
        if (capsLock) {
            keyboard.setCapsLock(true);
        }
    }

    private static void addIf(Set<Modifier> modifiers, Modifier modifier, boolean condition) {
        if (condition) {
            modifiers.add(modifier);
        }
    }

    private static Set<Modifier> withoutAltGraph(Set<Modifier> held) {
        Set<Modifier> rest = EnumSet.noneOf(Modifier.class);
        rest.addAll(held);
        rest.remove(Modifier.ALT_GRAPH);
        return rest;
    }

    /** Strikes a key under exactly these modifiers: those held too many go up for the moment, those missing go down. */
    private void strike(int keycode, Set<Modifier> wanted) {
        List<Held> released = new ArrayList<>();
        Set<Modifier> missing = EnumSet.noneOf(Modifier.class);
        missing.addAll(wanted);
        for (Held held : heldModifiers.values()) {
            missing.remove(held.modifier());
            if (!wanted.contains(held.modifier())) {
                released.add(held);
                send(held.keycode(), false);
            }
        }
        List<Integer> pressed = new ArrayList<>();
        for (Modifier modifier : missing) {
            keyboard.layout().key(NamedKeys.symbol(modifier)).ifPresent(pressed::add);
        }
        pressed.forEach(extra -> send(extra, true));
        send(keycode, true);
        send(keycode, false);
        pressed.reversed().forEach(extra -> send(extra, false));
        released.reversed().forEach(held -> send(held.keycode(), true));
    }

    private void send(int keycode, boolean pressed) {
        XTest.fakeKeyEvent(display.handle(), keycode, pressed ? 1 : 0, 0);
    }

    @Override
    public void releaseAll() {
        heldModifiers.values().forEach(held -> send(held.keycode(), false));
        heldModifiers.clear();
        heldButtons.forEach(button -> XTest.fakeButtonEvent(display.handle(), button, 0, 0));
        heldButtons.clear();
        restX = 0;
        restY = 0;
        Xlib.flush(display.handle());
    }

    @Override
    public void close() {
        releaseAll();
        keyboard.giveBack();
        Xlib.sync(display.handle(), 0);
        display.close();
    }
}
