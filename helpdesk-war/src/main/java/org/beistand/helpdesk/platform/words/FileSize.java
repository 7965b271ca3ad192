package org.beistand.helpdesk.platform.words;

import java.util.Locale;

/**
 * The size of a file as people read it, in the largest unit of which there is one.
 *
 * @param amount of that unit: whole bytes and kilobytes, tenths of megabytes
 */
public record FileSize(Unit unit, Number amount) {

    /** Has the text of each unit, with the amount as its argument. */
    public static final String BUNDLE = "org.beistand.helpdesk.platform.messages";

    private static final long KIB = 1024;

    /** Each has a text {@code size.<name>}. */
    public enum Unit {
        BYTES,
        KIB,
        MIB
    }

    public static FileSize of(long bytes) {
        if (bytes < KIB) {
            return new FileSize(Unit.BYTES, bytes);
        }
        if (bytes < KIB * KIB) {
            return new FileSize(Unit.KIB, (bytes + KIB - 1) / KIB);
        }
        return new FileSize(Unit.MIB, Math.round(bytes * 10.0 / (KIB * KIB)) / 10.0);
    }

    public String textKey() {
        return "size." + unit.name().toLowerCase(Locale.ROOT);
    }
}
