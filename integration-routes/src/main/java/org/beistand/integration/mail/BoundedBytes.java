package org.beistand.integration.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Bytes in memory, up to a limit that is kept whatever the sender announced. */
final class BoundedBytes extends OutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int most;

    BoundedBytes(int most) {
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
        room(1);
        bytes.write(one);
    }

    @Override
    public void write(byte[] more, int offset, int length) throws Full {
        room(length);
        bytes.write(more, offset, length);
    }

    private void room(int more) throws Full {
        if (bytes.size() + (long) more > most) {
            throw new Full();
        }
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
