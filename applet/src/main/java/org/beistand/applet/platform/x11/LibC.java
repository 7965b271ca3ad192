package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Shared memory and waiting. */
final class LibC {

    private static final NativeLibrary LIBRARY = NativeLibrary.libc();
    private static final MethodHandle SHMGET = LIBRARY.function("shmget", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle SHMAT = LIBRARY.function("shmat", ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle SHMDT = LIBRARY.function("shmdt", JAVA_INT, ADDRESS);
    private static final MethodHandle SHMCTL = LIBRARY.function("shmctl", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle POLL = LIBRARY.function("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle EVENTFD = LIBRARY.function("eventfd", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle WRITE = LIBRARY.function("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle READ = LIBRARY.function("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle CLOSE = LIBRARY.function("close", JAVA_INT, JAVA_INT);

    private LibC() {}

    static int shmget(int key, long size, int flags) {
        try {
            return (int) SHMGET.invokeExact(key, size, flags);
        } catch (Throwable failed) {
            throw new NativeCallFailed("shmget", failed);
        }
    }

    static MemorySegment shmat(int id, MemorySegment address, int flags) {
        try {
            return (MemorySegment) SHMAT.invokeExact(id, address, flags);
        } catch (Throwable failed) {
            throw new NativeCallFailed("shmat", failed);
        }
    }

    static int shmdt(MemorySegment address) {
        try {
            return (int) SHMDT.invokeExact(address);
        } catch (Throwable failed) {
            throw new NativeCallFailed("shmdt", failed);
        }
    }

    static int shmctl(int id, int command, MemorySegment buffer) {
        try {
            return (int) SHMCTL.invokeExact(id, command, buffer);
        } catch (Throwable failed) {
            throw new NativeCallFailed("shmctl", failed);
        }
    }

    static int poll(MemorySegment descriptors, long count, int timeoutMillis) {
        try {
            return (int) POLL.invokeExact(descriptors, count, timeoutMillis);
        } catch (Throwable failed) {
            throw new NativeCallFailed("poll", failed);
        }
    }

    static int eventfd(int initial, int flags) {
        try {
            return (int) EVENTFD.invokeExact(initial, flags);
        } catch (Throwable failed) {
            throw new NativeCallFailed("eventfd", failed);
        }
    }

    static long write(int descriptor, MemorySegment data, long size) {
        try {
            return (long) WRITE.invokeExact(descriptor, data, size);
        } catch (Throwable failed) {
            throw new NativeCallFailed("write", failed);
        }
    }

    static long read(int descriptor, MemorySegment data, long size) {
        try {
            return (long) READ.invokeExact(descriptor, data, size);
        } catch (Throwable failed) {
            throw new NativeCallFailed("read", failed);
        }
    }

    static int close(int descriptor) {
        try {
            return (int) CLOSE.invokeExact(descriptor);
        } catch (Throwable failed) {
            throw new NativeCallFailed("close", failed);
        }
    }
}
