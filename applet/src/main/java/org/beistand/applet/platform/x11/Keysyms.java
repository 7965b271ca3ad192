package org.beistand.applet.platform.x11;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/** X11's names for characters (keysyms) and Unicode: Latin-1 is the same, most have a rule, 700 old ones a table. */
final class Keysyms {

    static final long NO_SYMBOL = 0;
    static final long RETURN = 0xff0d;
    static final long TAB = 0xff09;
    static final long LEVEL3_SHIFT = 0xfe03;

    private static final long UNICODE = 0x01000000;
    private static final int HEXADECIMAL = 16;
    private static final Map<Long, Integer> OLD = read();

    private Keysyms() {}

    /** @return the character's keysym by the Unicode rule (X protocol, appendix A) */
    static long of(int codePoint) {
        return isLatin1(codePoint) ? codePoint : UNICODE | codePoint;
    }

    /** @return the character; empty for function keys, modifiers and dead keys */
    static OptionalInt character(long keysym) {
        if (isLatin1(keysym)) {
            return OptionalInt.of((int) keysym);
        }
        if ((keysym & ~0x1fffffL) == UNICODE) {
            return OptionalInt.of((int) (keysym & 0x1fffff));
        }
        Integer old = OLD.get(keysym);
        return old == null ? OptionalInt.empty() : OptionalInt.of(old);
    }

    private static boolean isLatin1(long value) {
        return (value >= 0x20 && value <= 0x7e) || (value >= 0xa0 && value <= 0xff);
    }

    private static Map<Long, Integer> read() {
        Map<Long, Integer> table = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Keysyms.class.getResourceAsStream("keysyms.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int space = line.indexOf(' ');
                table.put(
                        Long.parseLong(line.substring(0, space), HEXADECIMAL),
                        Integer.parseInt(line.substring(space + 1), HEXADECIMAL));
            });
            return Map.copyOf(table);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
