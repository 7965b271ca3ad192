package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * Xlib reports errors to one handler of the whole process, and its own handler ends the process. This one remembers the
 * last error of each of our displays and passes those of other displays (Swing's) on to whom they belong.
 */
final class XErrors {

    private static final Logger LOG = Logger.getLogger(XErrors.class.getName());

    /** XErrorEvent: the error code follows type, display, resource and serial. */
    private static final long ERROR_CODE_OFFSET = 32;

    private static final long REQUEST_CODE_OFFSET = 33;

    private static final int NO_ERROR = 0;
    private static final FunctionDescriptor HANDLER = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);
    private static final Map<Long, Integer> LAST = new ConcurrentHashMap<>();
    private static final MethodHandle PREVIOUS = install();

    private XErrors() {}

    /** Errors of this display are remembered from now on. */
    static void watch(MemorySegment display) {
        assert PREVIOUS != null;
        LAST.put(display.address(), NO_ERROR);
    }

    static void forget(MemorySegment display) {
        LAST.remove(display.address());
    }

    /** Waits for the answer to everything asked so far. @return whether an error came since the last call */
    static boolean occurred(MemorySegment display) {
        Xlib.sync(display, 0);
        return occurredSoFar(display);
    }

    /** Whether an error has come since the last call; what was not answered yet may still bring one. */
    static boolean occurredSoFar(MemorySegment display) {
        Integer last = LAST.put(display.address(), NO_ERROR);
        return last != null && last != NO_ERROR;
    }

    private static MethodHandle install() {
        try {
            MethodHandle target = MethodHandles.lookup()
                    .findStatic(
                            XErrors.class,
                            "onError",
                            MethodType.methodType(int.class, MemorySegment.class, MemorySegment.class));
            MemorySegment stub = Linker.nativeLinker().upcallStub(target, HANDLER, Arena.global());
            return Linker.nativeLinker().downcallHandle(Xlib.setErrorHandler(stub), HANDLER);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Called by Xlib, on the thread that talks to the display. Must not throw: that would end the process. */
    private static int onError(MemorySegment display, MemorySegment event) {
        MemorySegment error = event.reinterpret(REQUEST_CODE_OFFSET + 1);
        int code = Byte.toUnsignedInt(error.get(JAVA_BYTE, ERROR_CODE_OFFSET));
        if (LAST.computeIfPresent(display.address(), (known, before) -> code) != null) {
            int request = Byte.toUnsignedInt(error.get(JAVA_BYTE, REQUEST_CODE_OFFSET));
            LOG.fine(() -> "X error " + code + " to request " + request);
            return 0;
        }
        try {
            return (int) PREVIOUS.invokeExact(display, event);
        } catch (Throwable failed) {
            LOG.warning("an X error of another display could not be passed on");
            return 0;
        }
    }
}
