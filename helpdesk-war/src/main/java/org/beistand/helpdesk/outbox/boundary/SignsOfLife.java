package org.beistand.helpdesk.outbox.boundary;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Says again and again that somebody works on a lane, however long one delivery takes: a lane whose worker is slow, and not
 * dead, must not be given to another. Closing it ends that.
 */
final class SignsOfLife implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SignsOfLife.class.getName());

    private final CountDownLatch over = new CountDownLatch(1);

    /** @param sign called on the caller's thread after each pause; returns false when the lane is somebody else's by now */
    void give(Duration pause, BooleanSupplier sign) {
        try {
            boolean ours = true;
            while (ours && !over.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                ours = given(sign);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean given(BooleanSupplier sign) {
        try {
            return sign.getAsBoolean();
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "A sign of life could not be given; the next one follows", failed);
            return true;
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
