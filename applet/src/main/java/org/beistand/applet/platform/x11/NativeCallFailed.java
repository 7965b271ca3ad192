package org.beistand.applet.platform.x11;

/** A native function could not be called at all, or said that it failed. */
final class NativeCallFailed extends RuntimeException {

    NativeCallFailed(String message) {
        super(message);
    }

    NativeCallFailed(String function, Throwable cause) {
        super(function, cause);
    }
}
