package org.beistand.applet.platform.x11;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/**
 * One shared library of the system. Functions are linked at class initialisation of their holder; a missing library
 * shows as {@link ExceptionInInitializerError} there, which {@link X11#available} turns into an ordinary "no".
 */
record NativeLibrary(String name, SymbolLookup symbols) {

    static NativeLibrary open(String name) {
        return new NativeLibrary(name, SymbolLookup.libraryLookup(name, Arena.global()));
    }

    /** The C library that the process runs with anyway. */
    static NativeLibrary libc() {
        return new NativeLibrary("libc", Linker.nativeLinker().defaultLookup());
    }

    MethodHandle function(String function, MemoryLayout result, MemoryLayout... arguments) {
        return link(function, FunctionDescriptor.of(result, arguments));
    }

    MethodHandle procedure(String function, MemoryLayout... arguments) {
        return link(function, FunctionDescriptor.ofVoid(arguments));
    }

    private MethodHandle link(String function, FunctionDescriptor shape) {
        return symbols.find(function)
                .map(address -> Linker.nativeLinker().downcallHandle(address, shape))
                .orElseThrow(() -> new UnsatisfiedLinkError(
                        function + Arrays.toString(shape.argumentLayouts().toArray()) + " is not in " + name));
    }
}
