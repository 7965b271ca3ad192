package org.beistand.applet.encode;

/** What a viewer may understand beyond the first release, as it says in Hello; see docs/protocol.md. */
final class ViewerFeature {

    static final String PACKED = "screen.zstd-stream";

    static final String COPY = "screen.copy";

    static final String JPEG = "screen.jpeg";

    static final String HALF_JPEG = "screen.jpeg-half";

    static final String VIDEO = "screen.vp8";

    static final String QUIET = "screen.quiet";

    private ViewerFeature() {}
}
