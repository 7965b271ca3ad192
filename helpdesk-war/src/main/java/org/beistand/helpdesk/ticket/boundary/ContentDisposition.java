package org.beistand.helpdesk.ticket.boundary;

import java.nio.charset.StandardCharsets;

/** The header that makes a browser save a file under its name (RFC 6266, RFC 8187). */
final class ContentDisposition {

    private static final String PLAIN = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    /** Old clients get the name in ASCII, all others as it is. */
    static String attachment(String name) {
        var ascii = name.replaceAll("[^ -~]", "_").replaceAll("[\"\\\\%;]", "_");
        var encoded = new StringBuilder();
        for (var b : name.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append("%%%02X".formatted(b & 0xff));
            }
        }
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
