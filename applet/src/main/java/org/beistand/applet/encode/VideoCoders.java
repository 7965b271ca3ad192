package org.beistand.applet.encode;

import java.util.Optional;
import org.beistand.engine.protocol.picture.VideoCoder;

/** Where a viewer's coder for films comes from. */
@FunctionalInterface
public interface VideoCoders {

    /** This machine has none: a film is a row of photographs. */
    VideoCoders NONE = Optional::empty;

    /** Called once for each viewer that takes its work, on the feed's thread. @return one of its own, to be closed by it */
    Optional<VideoCoder> open();
}
