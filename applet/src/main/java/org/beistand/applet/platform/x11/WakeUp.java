package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Waits for a descriptor of the system, and can be told from another thread to stop waiting. */
final class WakeUp implements AutoCloseable {

    private static final int EFD_NONBLOCK_CLOEXEC = 0x800 | 0x80000;
    private static final short POLLIN = 1;

    /** struct pollfd: int fd, short events, short revents. */
    private static final long POLLFD_BYTES = 8;

    private static final long REVENTS = Integer.BYTES + Short.BYTES;

    private final Arena arena = Arena.ofShared();
    private final int event = LibC.eventfd(0, EFD_NONBLOCK_CLOEXEC);
    private final MemorySegment polled = arena.allocate(2 * POLLFD_BYTES, 8);
    private final MemorySegment counter = arena.allocate(JAVA_LONG);
    private final MemorySegment one = arena.allocateFrom(JAVA_LONG, 1);
    private boolean closed;

    WakeUp(int watched) {
        if (event < 0) {
            throw new NativeCallFailed("eventfd gives no descriptor");
        }
        watch(0, watched);
        watch(1, event);
    }

    private void watch(int index, int descriptor) {
        polled.set(JAVA_INT, index * POLLFD_BYTES, descriptor);
        polled.set(JAVA_SHORT, index * POLLFD_BYTES + Integer.BYTES, POLLIN);
    }

    /** Until the watched descriptor can be read, {@link #wake} is called, or the time is over. */
    void await(int atMostMillis) {
        LibC.poll(polled, 2, atMostMillis);
        if (polled.get(JAVA_SHORT, POLLFD_BYTES + REVENTS) != 0) {
            long taken = LibC.read(event, counter, Long.BYTES); // so that it counts once
            assert taken <= Long.BYTES;
        }
    }

    /** From any thread. */
    synchronized void wake() {
        if (!closed) {
            long written = LibC.write(event, one, Long.BYTES);
            assert written == Long.BYTES;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        LibC.close(event);
        arena.close();
    }
}
