package org.beistand.applet.encode;

/** What this machine codes with loss. */
public record LossyCoders(PhotoCoders photos, VideoCoders videos) {

    /** Everything goes without loss. */
    public static final LossyCoders NONE = new LossyCoders(PhotoCoders.NONE, VideoCoders.NONE);
}
