package org.beistand.applet.platform.video;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.CoderFacts;
import org.beistand.engine.protocol.picture.Raster;
import org.beistand.engine.protocol.picture.VideoCoder;

/**
 * VP8 by libvpx: no picture is held back, none is left out, and a picture is as dear as a film of good quality needs and
 * the path takes.
 */
final class Vp8Coder implements VideoCoder {

    private static final Logger LOG = Logger.getLogger(Vp8Coder.class.getName());

    private static final CoderFacts FACTS = new CoderFacts("vp8 by libvpx", false, 13.0);

    /** Of 640x360, in kbit/s: near the quality of the photographs' JPEG (docs/benchmarks/film.md). */
    private static final double GOOD_RATE = 1_200;

    private static final double GOOD_RATE_PIXELS = 640 * 360;

    /** Twice the pixels are less than twice as dear: neighbours are more alike. */
    private static final double GROWTH = 0.75;

    private static final int LEAST_RATE = 100;

    /** Of what the path takes, in hundredths: the answer to a key must find room. */
    private static final int SHARE = 75;

    /** After a longer pause another film plays. */
    private static final long PAUSE_MILLIS = 1_000;

    /** How much a rate must differ from the last to be told to the library. */
    private static final double DIFFERENCE = 0.12;

    private static final double LEARNING = 0.2;
    private static final double FIRST_INTERVAL = 33;
    private static final long MOST_INTERVAL = 250;
    private static final long NANOS = 1_000_000;

    /** So often in a row it is tried before a film is left to others for good. */
    private static final int MOST_FAILURES = 3;

    private Optional<Vp8Session> session = Optional.empty();
    private Optional<Area> last = Optional.empty();
    private boolean begins = true;
    private final LongSupplier clock;
    private final long started;
    private long time;
    private double interval = FIRST_INTERVAL;
    private double rate;
    private int failures;

    /** @param clock nanoseconds of any one clock */
    Vp8Coder(LongSupplier clock) {
        this.clock = clock;
        this.started = clock.getAsLong();
    }

    @Override
    public CoderFacts facts() {
        return FACTS;
    }

    @Override
    public void begin() {
        begins = true;
    }

    @Override
    public ByteBuffer encode(Raster screen, Area area, long mostBytes) {
        if (area.pixels() > Limits.VIDEO_PIXELS || failures == MOST_FAILURES) {
            return ByteBuffer.allocate(0);
        }
        long now = Math.max(time + 1, (clock.getAsLong() - started) / NANOS);
        long since = now - time;
        if (begins || since > PAUSE_MILLIS || !last.equals(Optional.of(area))) {
            begins = true;
            interval = FIRST_INTERVAL;
        } else {
            interval += LEARNING * (Math.min(since, MOST_INTERVAL) - interval);
        }
        time = now;
        last = Optional.of(area);
        ByteBuffer frame = coding(area, rateFor(area, mostBytes))
                .encode(screen, area, time, Math.min(since, MOST_INTERVAL), begins);
        begins = !frame.hasRemaining();
        failures = begins ? failures + 1 : 0;
        if (begins) {
            LOG.log(Level.WARNING, "libvpx {0} has not coded a picture of {1}", new Object[] {Vpx.version(), area});
            forget();
        }
        return frame;
    }

    /** The library may code smaller pictures than at first, but what it then holds is not ours to know: better afresh. */
    private Vp8Session coding(Area area, double wanted) {
        if (session.filter(open -> open.isFor(area)).isEmpty()) {
            forget();
            begins = true;
            rate = wanted;
            session = Optional.of(new Vp8Session(area.width(), area.height(), (int) wanted));
        }
        Vp8Session open = session.orElseThrow();
        if (Math.abs(wanted - rate) > DIFFERENCE * rate) {
            rate = wanted;
            open.rate((int) wanted);
        }
        return open;
    }

    private double rateFor(Area area, long mostBytes) {
        double good = GOOD_RATE * Math.pow(area.pixels() / GOOD_RATE_PIXELS, GROWTH);
        double taken = Math.min(Limits.VIDEO_BYTES, mostBytes) * 8.0 / interval * SHARE / 100;
        return Math.max(LEAST_RATE, Math.min(good, taken));
    }

    private void forget() {
        session.ifPresent(Vp8Session::close);
        session = Optional.empty();
    }

    @Override
    public void close() {
        forget();
    }
}
