package org.beistand.applet.platform.x11;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The customer's keyboard turned round: for each character, which key with which modifiers gives it. Plain Java over a
 * table that the X server answers, so that it is tested with tables of real layouts.
 *
 * @param characters by code point
 * @param keys keycode that gives a keysym without any modifier
 * @param spare keycodes that mean nothing
 */
record KeyboardLayout(Map<Integer, Way> characters, Map<Long, Integer> keys, List<Integer> spare) {

    /**
     * How to reach a character.
     *
     * @param shift whether Shift must be held
     * @param level3 whether AltGr must be held
     */
    record Way(int keycode, boolean shift, boolean level3) {}

    /** What a key gives: the thin side, answered by the X server. */
    interface Table {

        /** Lowest keycode of the keyboard. */
        int first();

        /** Highest keycode of the keyboard. */
        int last();

        /** @return the keysym, or {@link Keysyms#NO_SYMBOL} */
        long symbol(int keycode, boolean shift, boolean level3);

        /** Whether the key has no keysym at any level of any group. */
        boolean isSpare(int keycode);
    }

    /** @param borrowed keycodes that carry characters of ours for the moment: neither spare nor part of the layout */
    static KeyboardLayout read(Table table, Set<Integer> borrowed) {
        Map<Integer, Way> characters = new HashMap<>();
        Map<Long, Integer> keys = new HashMap<>();
        List<Integer> spare = new ArrayList<>();
        for (int level = 0; level < 4; level++) {
            for (int keycode = table.first(); keycode <= table.last(); keycode++) {
                if (borrowed.contains(keycode)) {
                    continue;
                }
                boolean shift = (level & 1) != 0;
                boolean level3 = (level & 2) != 0;
                long symbol = table.symbol(keycode, shift, level3);
                if (level == 0) {
                    addBase(table, keycode, symbol, keys, spare);
                }
                OptionalInt character = Keysyms.character(symbol);
                if (character.isPresent()) {
                    characters.putIfAbsent(character.getAsInt(), new Way(keycode, shift, level3));
                }
            }
        }
        return new KeyboardLayout(Map.copyOf(characters), Map.copyOf(keys), List.copyOf(spare));
    }

    private static void addBase(Table table, int keycode, long symbol, Map<Long, Integer> keys, List<Integer> spare) {
        if (table.isSpare(keycode)) {
            spare.add(keycode);
        } else if (symbol != Keysyms.NO_SYMBOL) {
            keys.putIfAbsent(symbol, keycode);
        }
    }

    Optional<Way> way(int codePoint) {
        return Optional.ofNullable(characters.get(codePoint));
    }

    OptionalInt key(long symbol) {
        Integer keycode = keys.get(symbol);
        return keycode == null ? OptionalInt.empty() : OptionalInt.of(keycode);
    }
}
