package org.beistand.applet.capture;

/** No picture can be had here. Carries what the customer and the technician are told. */
public final class CannotCapture extends RuntimeException {

    private final String reason;

    /** @param reason a message key of both ends: "capture.wayland" or "capture.nothing" */
    public CannotCapture(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** @param reason a message key of both ends: "capture.wayland" or "capture.nothing" */
    public CannotCapture(String reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
