package org.beistand.integration.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Bytes in memory, up to a limit that is kept whatever the sender announced; when it is full, the beginning is there. */
final class BoundedBytes extends OutputStream {

    private final ByteArrayOutputStream bytes;
    private final int most;

    BoundedBytes(int most) {
        this(most, 0);
    }

    /** @param announced how many are said to come, so that a large message is not copied again and again while it grows */
    BoundedBytes(int most, int announced) {
        this.bytes = new ByteArrayOutputStream(Math.clamp(announced, 1024, Math.max(1024, most)));
        this.most = most;
    }

    /** One byte too many came. */
    static final class Full extends IOException {
        Full() {
            super("too large");
        }
    }

    @Override
    public void write(int one) throws Full {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] more, int offset, int length) throws Full {
        int room = most - bytes.size();
        bytes.write(more, offset, Math.min(length, room));
        if (length > room) {
            throw new Full();
        }
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
