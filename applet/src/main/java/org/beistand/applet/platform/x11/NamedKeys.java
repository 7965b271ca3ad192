package org.beistand.applet.platform.x11;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.beistand.applet.input.KeyStroke;
import org.beistand.applet.input.Modifier;

/**
 * Keys that are no character, by the names of the DOM (UI Events KeyboardEvent key and code values). Lock keys are left
 * out on purpose: the technician's Caps Lock is already in the characters that arrive, and the customer's is theirs.
 */
final class NamedKeys {

    private static final Map<String, Long> BY_KEY = byKey();

    private static final Map<String, Long> MODIFIER_BY_CODE = Map.of(
            "ShiftLeft", 0xffe1L,
            "ShiftRight", 0xffe2L,
            "ControlLeft", 0xffe3L,
            "ControlRight", 0xffe4L,
            "AltLeft", 0xffe9L,
            "AltRight", 0xffeaL,
            "MetaLeft", 0xffebL,
            "MetaRight", 0xffecL);

    private static final Map<String, Modifier> MODIFIER = Map.of(
            "Shift", Modifier.SHIFT,
            "Control", Modifier.CONTROL,
            "Alt", Modifier.ALT,
            "Meta", Modifier.META,
            "AltGraph", Modifier.ALT_GRAPH);

    private NamedKeys() {}

    /** @return the modifier that this key is, if it is one */
    static Optional<Modifier> modifier(KeyStroke stroke) {
        return Optional.ofNullable(MODIFIER.get(stroke.key()));
    }

    /** @return keysym of the modifier's key, left or right as pressed */
    static long modifierSymbol(KeyStroke stroke, Modifier modifier) {
        return modifier == Modifier.ALT_GRAPH
                ? Keysyms.LEVEL3_SHIFT
                : MODIFIER_BY_CODE.getOrDefault(stroke.code(), symbol(modifier));
    }

    /** @return keysym of a key that acts as this modifier */
    static long symbol(Modifier modifier) {
        return switch (modifier) {
            case SHIFT -> 0xffe1;
            case CONTROL -> 0xffe3;
            case ALT -> 0xffe9;
            case META -> 0xffeb;
            case ALT_GRAPH -> Keysyms.LEVEL3_SHIFT;
        };
    }

    /** @return keysym of a key such as "Enter"; empty for those that are not sent on */
    static OptionalLong symbol(KeyStroke stroke) {
        if ("NumpadEnter".equals(stroke.code())) {
            return OptionalLong.of(0xff8d);
        }
        Long symbol = BY_KEY.get(stroke.key());
        return symbol == null ? OptionalLong.empty() : OptionalLong.of(symbol);
    }

    private static Map<String, Long> byKey() {
        Map<String, Long> keys = new HashMap<>();
        keys.put("Backspace", 0xff08L);
        keys.put("Tab", Keysyms.TAB);
        keys.put("Clear", 0xff0bL);
        keys.put("Enter", Keysyms.RETURN);
        keys.put("Pause", 0xff13L);
        keys.put("Escape", 0xff1bL);
        keys.put("Home", 0xff50L);
        keys.put("ArrowLeft", 0xff51L);
        keys.put("ArrowUp", 0xff52L);
        keys.put("ArrowRight", 0xff53L);
        keys.put("ArrowDown", 0xff54L);
        keys.put("PageUp", 0xff55L);
        keys.put("PageDown", 0xff56L);
        keys.put("End", 0xff57L);
        keys.put("PrintScreen", 0xff61L);
        keys.put("Insert", 0xff63L);
        keys.put("Undo", 0xff65L);
        keys.put("Find", 0xff68L);
        keys.put("Help", 0xff6aL);
        keys.put("ContextMenu", 0xff67L);
        keys.put("Delete", 0xffffL);
        for (int number = 1; number <= 24; number++) {
            keys.put("F" + number, 0xffbdL + number);
        }
        return Map.copyOf(keys);
    }
}
