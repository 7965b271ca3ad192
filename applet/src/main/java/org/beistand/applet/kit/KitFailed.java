package org.beistand.applet.kit;

/** A kit cannot be built; the message says why in one line. */
final class KitFailed extends RuntimeException {

    KitFailed(String message) {
        super(message);
    }
}
