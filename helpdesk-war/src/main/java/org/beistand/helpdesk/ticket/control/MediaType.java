package org.beistand.helpdesk.ticket.control;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * What a file is, by its first bytes. Only kinds that no browser runs have a name; everything else, HTML and SVG above
 * all, is a lump of bytes.
 */
final class MediaType {

    /** How many of the first bytes decide. */
    static final int LOOKED_AT = 512;

    private static final String UNKNOWN = "application/octet-stream";

    /** First bytes (in hexadecimal) and the kind they announce; from the formats' specifications. */
    private static final List<Magic> KNOWN = List.of(
            new Magic("89504e470d0a1a0a", "image/png"),
            new Magic("ffd8ff", "image/jpeg"),
            new Magic("474946383761", "image/gif"),
            new Magic("474946383961", "image/gif"),
            new Magic("255044462d", "application/pdf"),
            new Magic("504b0304", "application/zip"),
            new Magic("1f8b", "application/gzip"));

    private record Magic(byte[] bytes, String type) {
        Magic(String hex, String type) {
            this(HexFormat.of().parseHex(hex), type);
        }
    }

    private MediaType() {}

    /** @param beginning up to {@link #LOOKED_AT} bytes */
    static String of(byte[] beginning) {
        for (var magic : KNOWN) {
            if (startsWith(beginning, magic.bytes())) {
                return magic.type();
            }
        }
        return isPlainText(beginning) ? "text/plain" : UNKNOWN;
    }

    private static boolean startsWith(byte[] bytes, byte[] expected) {
        return bytes.length >= expected.length
                && java.util.Arrays.equals(bytes, 0, expected.length, expected, 0, expected.length);
    }

    /** Text without a tag: what begins with "<" might be run by something. */
    private static boolean isPlainText(byte[] bytes) {
        if (bytes.length == 0) {
            return false;
        }
        for (var b : bytes) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return !new String(bytes, StandardCharsets.ISO_8859_1).stripLeading().startsWith("<")
                && !startsWith(bytes, HexFormat.of().parseHex("efbbbf3c"));
    }
}
