package org.beistand.applet.encode;

import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.beistand.applet.capture.ScreenShape;

/** Stops a picture at the next payload when the customer takes consent back. */
final class AllowedOutlet implements ScreenFeed.Outlet {

    private final ScreenFeed.Outlet to;
    private final BooleanSupplier allowed;

    /** The customer has taken consent back in the middle of a picture. */
    static final class NoLongerAllowed extends RuntimeException {
        NoLongerAllowed() {
            super(null, null, false, false);
        }
    }

    AllowedOutlet(ScreenFeed.Outlet to, BooleanSupplier allowed) {
        this.to = to;
        this.allowed = allowed;
    }

    @Override
    public void layout(int participant, ScreenShape shape) {
        to.layout(participant, shape);
    }

    /** @throws NoLongerAllowed instead of sending anything */
    @Override
    public void picture(int participant, ByteBuffer payload, boolean full, boolean last) {
        if (!allowed.getAsBoolean()) {
            throw new NoLongerAllowed();
        }
        to.picture(participant, payload, full, last);
    }

    @Override
    public void failed(String reason) {
        to.failed(reason);
    }
}
