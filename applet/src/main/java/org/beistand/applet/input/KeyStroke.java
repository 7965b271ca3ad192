package org.beistand.applet.input;

import java.util.Set;

/**
 * A key by place and by meaning, as the technician's browser names them.
 *
 * @param code KeyboardEvent.code: the key's place, e.g. "KeyQ"
 * @param key KeyboardEvent.key: its meaning, e.g. "@" or "Enter"
 * @param pressed down or up
 * @param held modifiers held at the technician's keyboard
 */
public record KeyStroke(String code, String key, boolean pressed, Set<Modifier> held) {

    public KeyStroke {
        held = Set.copyOf(held);
    }

    /** Whether the meaning is one character rather than a name such as "Enter". */
    public boolean isCharacter() {
        return !key.isEmpty()
                && key.codePointCount(0, key.length()) == 1
                && !Character.isISOControl(key.codePointAt(0));
    }
}
