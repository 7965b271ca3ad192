package org.beistand.applet.platform.awt;

import java.awt.AWTException;
import java.awt.Dimension;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.nio.IntBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.beistand.applet.capture.CannotCapture;
import org.beistand.applet.capture.Picture;
import org.beistand.applet.capture.ScreenShape;
import org.beistand.applet.capture.ScreenSource;

/** The screen by java.awt.Robot: works almost everywhere, cannot tell of changes and therefore looks five times a second. */
final class RobotScreenSource implements ScreenSource {

    private static final Logger LOG = Logger.getLogger(RobotScreenSource.class.getName());
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Robot robot;
    private final Semaphore wakeUps = new Semaphore(0);

    private RobotScreenSource(Robot robot) {
        this.robot = robot;
    }

    static ScreenSource open() {
        try {
            return new RobotScreenSource(new Robot());
        } catch (AWTException | HeadlessException | SecurityException refused) {
            throw new CannotCapture("capture.nothing", "no Robot here", refused);
        }
    }

    @Override
    public String name() {
        return "robot";
    }

    @Override
    public boolean awaitChange(Duration atMost) {
        Duration wait = atMost.compareTo(INTERVAL) < 0 ? atMost : INTERVAL;
        try {
            if (wakeUps.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            LOG.fine("waiting for a change was interrupted");
        }
        return true;
    }

    @Override
    public void wake() {
        wakeUps.release();
    }

    @Override
    public Optional<Picture> grab() {
        Rectangle bounds = new Rectangle();
        for (GraphicsDevice device :
                GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            bounds.add(device.getDefaultConfiguration().getBounds());
        }
        if (bounds.isEmpty()) {
            return Optional.empty();
        }
        BufferedImage image = deviceResolution(bounds);
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        return Optional.of(
                new Picture(ScreenShape.single(width, image.getHeight(), "desktop"), IntBuffer.wrap(pixels), width));
    }

    private BufferedImage deviceResolution(Rectangle bounds) {
        Image best = robot.createMultiResolutionScreenCapture(bounds)
                .getResolutionVariants()
                .getLast();
        if (best instanceof BufferedImage image) {
            return image;
        }
        Dimension size = new Dimension(best.getWidth(null), best.getHeight(null));
        BufferedImage copy = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
        copy.getGraphics().drawImage(best, 0, 0, null);
        return copy;
    }

    @Override
    public void close() {
        wakeUps.release();
    }
}
