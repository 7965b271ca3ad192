package org.beistand.applet.counterpart;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.Limits;

/** Everything that a relay passes on, both ways, byte for byte. */
public final class Wiretap {

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final List<byte[]> frames = new ArrayList<>();

    synchronized void hears(byte[] bytes) {
        heard.writeBytes(bytes);
        frames.add(bytes.clone()); // whoever opens them overwrites them
    }

    /** Whether these characters have passed anywhere, as UTF-8. */
    public synchronized boolean knows(String text) {
        String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return heard.toString(StandardCharsets.ISO_8859_1).contains(bytes);
    }

    /** Everything that has passed, one after the other. */
    public synchronized List<Frame> frames() {
        return frames.stream()
                .map(bytes -> Frame.parse(ByteBuffer.wrap(bytes), Limits.FRAME_BYTES))
                .toList();
    }

    /** How many bytes have passed. */
    public synchronized int size() {
        return heard.size();
    }
}
