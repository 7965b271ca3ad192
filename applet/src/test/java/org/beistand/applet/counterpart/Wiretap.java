package org.beistand.applet.counterpart;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Everything that a relay passes on, both ways, byte for byte. */
public final class Wiretap {

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    synchronized void hears(byte[] bytes) {
        heard.writeBytes(bytes);
    }

    /** Whether these characters have passed anywhere, as UTF-8. */
    public synchronized boolean knows(String text) {
        String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return heard.toString(StandardCharsets.ISO_8859_1).contains(bytes);
    }

    /** How many bytes have passed. */
    public synchronized int size() {
        return heard.size();
    }
}
