package org.beistand.applet.capture;

import java.time.Duration;
import java.util.Optional;
import org.beistand.applet.consent.Consent;
import org.beistand.engine.protocol.grant.Permission;
import org.jspecify.annotations.Nullable;

/**
 * The only way to the customer's screen. Asks consent before every picture, and holds no picture and no connection to the
 * window system while nobody may look. Belongs to one thread, except {@link #mayLook} and {@link #wake}.
 */
public final class GuardedScreen implements AutoCloseable {

    private final ScreenSources sources;
    private final Consent consent;
    private volatile @Nullable ScreenSource source;

    public GuardedScreen(ScreenSources sources, Consent consent) {
        this.sources = sources;
        this.consent = consent;
    }

    /** Whether the customer allows looking right now. From any thread. */
    public boolean mayLook() {
        return consent.allows(Permission.VIEW);
    }

    /**
     * The screen now.
     *
     * @return empty when looking is not allowed, or the screen's size is just changing
     * @throws CannotCapture when no picture can be had; the next call tries again from the start
     */
    public Optional<Picture> look() {
        if (!mayLook()) {
            close();
            return Optional.empty();
        }
        ScreenSource open = source;
        if (open == null) {
            open = sources.open();
            source = open;
        }
        try {
            Optional<Picture> picture = open.grab();
            if (!mayLook()) {
                close(); // the next look must see everything: what this one saw is not told
                return Optional.empty();
            }
            return picture;
        } catch (CannotCapture failed) {
            close();
            throw failed;
        }
    }

    /** Waits until looking again may show something new. @return whether it may; true at once when nothing is open yet */
    public boolean awaitChange(Duration atMost) {
        ScreenSource open = source;
        return open == null || open.awaitChange(atMost);
    }

    /** Ends {@link #awaitChange} from another thread. */
    public void wake() {
        ScreenSource open = source;
        if (open != null) {
            open.wake();
        }
    }

    /** Lets go of the window system; {@link #look} opens it again. */
    @Override
    public void close() {
        ScreenSource open = source;
        source = null;
        if (open != null) {
            open.close();
        }
    }
}
