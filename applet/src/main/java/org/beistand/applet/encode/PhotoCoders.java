package org.beistand.applet.encode;

import java.util.Optional;
import org.beistand.engine.protocol.picture.PhotoCoder;

/** Where a viewer's coder for photographs comes from. */
@FunctionalInterface
public interface PhotoCoders {

    /** This machine has none: everything goes without loss. */
    PhotoCoders NONE = Optional::empty;

    /** Called once for each viewer that takes its work, on the feed's thread. @return one of its own, to be closed by it */
    Optional<PhotoCoder> open();
}
