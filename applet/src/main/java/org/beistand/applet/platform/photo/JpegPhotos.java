package org.beistand.applet.platform.photo;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.encode.PhotoCoders;
import org.beistand.engine.protocol.picture.PhotoCoder;

/** JPEG by the fastest means that this machine has. */
public final class JpegPhotos implements PhotoCoders {

    private static final Logger LOG = Logger.getLogger(JpegPhotos.class.getName());

    /** Nobody sees at a glance what is lost, and it is a tenth of what is exact; the exact pixels follow. */
    static final int QUALITY = 80;

    @Override
    public Optional<PhotoCoder> open() {
        return Optional.of(isNative() ? new LeptonicaCoder() : new ImageIoCoder());
    }

    /** A library that is missing, or not for this machine, is an ordinary "no". */
    static boolean isNative() {
        try {
            return Leptonica.isAvailable();
        } catch (LinkageError missing) {
            LOG.log(Level.INFO, "no JPEG library here, photographs are coded by Java", missing);
            return false;
        }
    }
}
