package org.beistand.engine.relay.load;

import java.nio.ByteBuffer;

/** Takes a server's WebSocket stream apart without keeping it: only the beginning of each message is looked at. */
final class MessageReader {

    private static final int CONTINUATION = 0;
    private static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;

    /** Hears what the stream holds. Called on the loop's thread. */
    interface Listener {
        /** @param beginning at most {@link FrameMould#STAMPED} bytes @param bytes of the whole message */
        void message(ByteBuffer beginning, long bytes);

        /** A ping or a close. */
        void control(int opcode);
    }

    private final ByteBuffer head = ByteBuffer.allocate(10);
    private final ByteBuffer beginning = ByteBuffer.allocate(FrameMould.STAMPED);
    private boolean inPayload;
    private boolean last;
    private int opcode;
    private long left;
    private long messageBytes;

    void take(ByteBuffer data, Listener listener) {
        while (data.hasRemaining() || inPayload && left == 0) {
            if (!inPayload) {
                head.put(data.get());
                readHead();
            } else {
                readPayload(data, listener);
            }
        }
    }

    private void readHead() {
        int have = head.position();
        if (have < 2) {
            return;
        }
        int length = head.get(1) & 0x7F;
        int need = length == 126 ? 4 : length == 127 ? 10 : 2;
        if (have < need) {
            return;
        }
        last = (head.get(0) & 0x80) != 0;
        opcode = head.get(0) & 0x0F;
        left = need == 2 ? length : need == 4 ? head.getShort(2) & 0xFFFF : head.getLong(2);
        head.clear();
        inPayload = true;
        if (opcode == BINARY) {
            beginning.clear();
            messageBytes = 0;
        }
    }

    private void readPayload(ByteBuffer data, Listener listener) {
        int now = (int) Math.min(left, data.remaining());
        boolean content = opcode == BINARY || opcode == CONTINUATION;
        if (content) {
            messageBytes += now;
            int wanted = Math.min(now, beginning.remaining());
            beginning.put(data.slice(data.position(), wanted));
        }
        data.position(data.position() + now);
        left -= now;
        if (left > 0) {
            return;
        }
        inPayload = false;
        if (!content) {
            listener.control(opcode);
        } else if (last) {
            listener.message(beginning.flip(), messageBytes);
        }
    }
}
