package org.beistand.applet.platform.photo;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * The few functions of the image library leptonica that reach the libjpeg-turbo inside it. Its own entry is used rather
 * than libjpeg's because that one leaves errors to a long jump, which nothing in Java may do. Linked at class
 * initialisation; where the library is missing that shows as a {@link LinkageError}.
 */
final class Leptonica {

    /** As the jar has it; only for the platforms it was tried on. */
    private static final String RESOURCE = "/org/bytedeco/leptonica/linux-x86_64/libleptonica.so.6";

    private static final AddressLayout POINTER = ADDRESS.withTargetLayout(ADDRESS);

    private static final SymbolLookup LIBRARY = open();
    private static final MethodHandle CREATE = function("pixCreateNoInit", ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle DATA = function("pixGetData", ADDRESS, ADDRESS);
    private static final MethodHandle WRITE_JPEG =
            function("pixWriteMemJpeg", JAVA_INT, POINTER, POINTER, ADDRESS, JAVA_INT, JAVA_INT);
    private static final MethodHandle DESTROY = procedure("pixDestroy", POINTER);
    private static final MethodHandle FREE = procedure("lept_free", ADDRESS);

    private Leptonica() {}

    static boolean isAvailable() {
        return LIBRARY.find("pixWriteMemJpeg").isPresent();
    }

    private static SymbolLookup open() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        if (!os.startsWith("linux") || !"amd64".equals(arch)) {
            throw new UnsatisfiedLinkError("not for " + os + " on " + arch);
        }
        try (InputStream in = Leptonica.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new UnsatisfiedLinkError(RESOURCE + " is not in this kit");
            }
            Path file = Files.createTempFile("beistand-jpeg", ".so");
            try {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                return SymbolLookup.libraryLookup(file, Arena.global());
            } finally {
                Files.delete(file); // it stays open; nothing is left behind
            }
        } catch (IOException | IllegalArgumentException failed) {
            throw (UnsatisfiedLinkError) new UnsatisfiedLinkError(RESOURCE).initCause(failed);
        }
    }

    private static MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
        return link(name, FunctionDescriptor.of(result, arguments));
    }

    private static MethodHandle procedure(String name, MemoryLayout... arguments) {
        return link(name, FunctionDescriptor.ofVoid(arguments));
    }

    private static MethodHandle link(String name, FunctionDescriptor shape) {
        return LIBRARY.find(name)
                .map(address -> Linker.nativeLinker().downcallHandle(address, shape))
                .orElseThrow(() -> new UnsatisfiedLinkError(name));
    }

    /** @return a picture of 32 bits a pixel, of unknown content; NULL when there is no memory */
    static MemorySegment create(int width, int height) {
        try {
            return (MemorySegment) CREATE.invokeExact(width, height, 32);
        } catch (Throwable failed) {
            throw new IllegalStateException("pixCreateNoInit", failed);
        }
    }

    /** @return its pixels {@code 0xRRGGBB??}, row by row without gaps */
    static MemorySegment pixels(MemorySegment picture, long count) {
        try {
            MemorySegment data = (MemorySegment) DATA.invokeExact(picture);
            return data.reinterpret(count * JAVA_INT.byteSize());
        } catch (Throwable failed) {
            throw new IllegalStateException("pixGetData", failed);
        }
    }

    /** @param data where the address of the bytes goes, to be freed, @param size where their number goes */
    static boolean writeJpeg(MemorySegment data, MemorySegment size, MemorySegment picture, int quality) {
        try {
            return (int) WRITE_JPEG.invokeExact(data, size, picture, quality, 0) == 0;
        } catch (Throwable failed) {
            throw new IllegalStateException("pixWriteMemJpeg", failed);
        }
    }

    /** @param pointer to the picture; it points nowhere afterwards */
    static void destroy(MemorySegment pointer) {
        try {
            DESTROY.invokeExact(pointer);
        } catch (Throwable failed) {
            throw new IllegalStateException("pixDestroy", failed);
        }
    }

    static void free(MemorySegment bytes) {
        try {
            FREE.invokeExact(bytes);
        } catch (Throwable failed) {
            throw new IllegalStateException("lept_free", failed);
        }
    }
}
