package org.beistand.applet.platform.video;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.encode.VideoCoders;
import org.beistand.engine.protocol.picture.VideoCoder;

/** VP8, where there is a library for it that is known here. Without one a film is a row of photographs. */
public final class VpxVideos implements VideoCoders {

    private static final Logger LOG = Logger.getLogger(VpxVideos.class.getName());

    @Override
    public Optional<VideoCoder> open() {
        return isAvailable() ? Optional.of(new Vp8Coder(System::nanoTime)) : Optional.empty();
    }

    /** A library that is missing, of another release, or not for this machine, is an ordinary "no". */
    static boolean isAvailable() {
        try (Vp8Session trial = new Vp8Session(64, 64, 100)) {
            if (!trial.works()) {
                LOG.log(Level.INFO, "libvpx {0} is not known here, films are coded as photographs", Vpx.version());
            }
            return trial.works();
        } catch (LinkageError missing) {
            LOG.log(Level.INFO, "no video library here, films are coded as photographs: {0}", reason(missing));
            return false;
        }
    }

    private static String reason(LinkageError missing) {
        Throwable cause = missing.getCause();
        return String.valueOf(cause == null ? missing.getMessage() : cause.getMessage());
    }
}
