package org.beistand.applet.steering;

/** Asked before every single action of a technician. The answer holds for this moment only. */
@FunctionalInterface
public interface Steering {

    /**
     * Whether this technician has mouse and keyboard right now, as far as the technicians among themselves are concerned.
     * From any thread, without waiting.
     */
    boolean isWith(String technician);
}
