package org.beistand.applet.platform.awt;

import java.awt.AWTException;
import java.awt.HeadlessException;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.input.InputSink;
import org.beistand.applet.input.KeyStroke;
import org.beistand.applet.input.Modifier;

/** Pointer and keyboard by java.awt.Robot: no character that the US keyboard lacks, and scrolling up and down only. */
final class RobotInputSink implements InputSink {

    private static final Logger LOG = Logger.getLogger(RobotInputSink.class.getName());
    private static final int NOTCH = 120;
    private static final int[] BUTTONS = {
        InputEvent.BUTTON1_DOWN_MASK, InputEvent.BUTTON2_DOWN_MASK, InputEvent.BUTTON3_DOWN_MASK
    };
    private static final String SHIFTED = "~!@#$%^&*()_+{}|:\"<>?";
    private static final String UNSHIFTED = "`1234567890-=[]\\;',./";

    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("Enter", KeyEvent.VK_ENTER),
            Map.entry("Tab", KeyEvent.VK_TAB),
            Map.entry("Backspace", KeyEvent.VK_BACK_SPACE),
            Map.entry("Delete", KeyEvent.VK_DELETE),
            Map.entry("Escape", KeyEvent.VK_ESCAPE),
            Map.entry("Home", KeyEvent.VK_HOME),
            Map.entry("End", KeyEvent.VK_END),
            Map.entry("PageUp", KeyEvent.VK_PAGE_UP),
            Map.entry("PageDown", KeyEvent.VK_PAGE_DOWN),
            Map.entry("ArrowLeft", KeyEvent.VK_LEFT),
            Map.entry("ArrowRight", KeyEvent.VK_RIGHT),
            Map.entry("ArrowUp", KeyEvent.VK_UP),
            Map.entry("ArrowDown", KeyEvent.VK_DOWN),
            Map.entry("Insert", KeyEvent.VK_INSERT),
            Map.entry("ContextMenu", KeyEvent.VK_CONTEXT_MENU));

    private static final Map<String, Integer> MODIFIERS = Map.of(
            "Shift", KeyEvent.VK_SHIFT,
            "Control", KeyEvent.VK_CONTROL,
            "Alt", KeyEvent.VK_ALT,
            "Meta", KeyEvent.VK_META);

    private final Robot robot;
    private final Map<String, Integer> heldKeys = new LinkedHashMap<>();
    private final Set<Integer> heldButtons = new LinkedHashSet<>();
    private int rest;

    private RobotInputSink(Robot robot) {
        this.robot = robot;
    }

    static Optional<InputSink> open() {
        try {
            return Optional.of(new RobotInputSink(new Robot()));
        } catch (AWTException | HeadlessException | SecurityException refused) {
            LOG.log(Level.INFO, "no Robot here", refused);
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "robot";
    }

    @Override
    public void move(int x, int y) {
        robot.mouseMove(x, y);
    }

    @Override
    public void button(int button, boolean pressed) {
        if (button < 0 || button >= BUTTONS.length) {
            return;
        }
        int mask = BUTTONS[button];
        if (pressed && heldButtons.add(mask)) {
            robot.mousePress(mask);
        } else if (!pressed && heldButtons.remove(mask)) {
            robot.mouseRelease(mask);
        }
    }

    @Override
    public void wheel(int dx, int dy) {
        rest += dy;
        int notches = rest / NOTCH;
        rest %= NOTCH;
        if (notches != 0) {
            robot.mouseWheel(notches);
        }
    }

    @Override
    public void key(KeyStroke stroke) {
        Integer modifier = MODIFIERS.get(stroke.key());
        if (modifier != null) {
            hold(stroke, modifier);
        } else if (stroke.pressed()) {
            strike(stroke);
        }
    }

    private void hold(KeyStroke stroke, int modifier) {
        if (stroke.pressed() && heldKeys.put(stroke.code(), modifier) == null) {
            robot.keyPress(modifier);
        } else if (!stroke.pressed() && heldKeys.remove(stroke.code()) != null) {
            robot.keyRelease(modifier);
        }
    }

    private void strike(KeyStroke stroke) {
        if (!stroke.isCharacter()) {
            Integer named = NAMED.get(stroke.key());
            if (named != null) {
                tap(named);
            }
        } else if (stroke.held().contains(Modifier.CONTROL) || stroke.held().contains(Modifier.ALT)) {
            tap(KeyEvent.getExtendedKeyCodeForChar(stroke.key().codePointAt(0)));
        } else {
            boolean shiftHeld = heldKeys.containsValue(KeyEvent.VK_SHIFT);
            releaseAll();
            type(stroke.key().codePointAt(0));
            if (shiftHeld) {
                heldKeys.put("ShiftLeft", KeyEvent.VK_SHIFT);
                robot.keyPress(KeyEvent.VK_SHIFT);
            }
        }
    }

    @Override
    public void type(int codePoint) {
        int shifted = SHIFTED.indexOf(codePoint);
        boolean shift = shifted >= 0 || Character.isUpperCase(codePoint);
        int plain = shifted >= 0 ? UNSHIFTED.charAt(shifted) : Character.toLowerCase(codePoint);
        if (shift) {
            robot.keyPress(KeyEvent.VK_SHIFT);
        }
        tap(KeyEvent.getExtendedKeyCodeForChar(plain));
        if (shift) {
            robot.keyRelease(KeyEvent.VK_SHIFT);
        }
    }

    private void tap(int keyCode) {
        try {
            robot.keyPress(keyCode);
            robot.keyRelease(keyCode);
        } catch (IllegalArgumentException untypable) {
            LOG.log(Level.WARNING, "a character is beyond this keyboard");
        }
    }

    @Override
    public void releaseAll() {
        heldKeys.values().forEach(robot::keyRelease);
        heldKeys.clear();
        heldButtons.forEach(robot::mouseRelease);
        heldButtons.clear();
        rest = 0;
    }

    @Override
    public void close() {
        releaseAll();
    }
}
