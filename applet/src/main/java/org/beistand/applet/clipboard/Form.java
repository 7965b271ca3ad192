package org.beistand.applet.clipboard;

import org.beistand.engine.protocol.Limits;

/** In what form a clipboard holds something. The order is that of the parts on their way. */
public enum Form {
    /** UTF-8, lines end with \n. */
    TEXT("text/plain", Limits.CLIPBOARD_TEXT_BYTES),
    /** UTF-8, a fragment, nothing but formatting. */
    HTML("text/html", Limits.CLIPBOARD_TEXT_BYTES),
    /** One PNG, nothing but pixels. */
    PNG("image/png", Limits.CLIPBOARD_IMAGE_BYTES);

    private final String mediaType;
    private final int mostBytes;

    Form(String mediaType, int mostBytes) {
        this.mediaType = mediaType;
        this.mostBytes = mostBytes;
    }

    public String mediaType() {
        return mediaType;
    }

    public int mostBytes() {
        return mostBytes;
    }
}
