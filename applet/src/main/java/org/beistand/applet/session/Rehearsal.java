package org.beistand.applet.session;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.encode.PhotoCoders;
import org.beistand.applet.encode.PictureRehearsal;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.seal.AppletAgreement;
import org.beistand.engine.protocol.seal.FrameSealer;
import org.beistand.engine.protocol.seal.Pairings;
import org.beistand.engine.protocol.seal.SealKeyPair;
import org.beistand.engine.protocol.seal.Sealed;
import org.beistand.engine.protocol.seal.TechnicianAgreement;
import org.beistand.engine.wire.input.InputOrder;
import org.beistand.engine.wire.input.KeyPress;

/**
 * What a session does all the time, done some thousand times while the customer waits for the technician: agree on keys,
 * seal, send, receive, open, understand, and code pictures. Everything is made up, with keys of its own, and nothing
 * leaves this computer. When it fails, the session is as slow in its first minute as it would have been without.
 */
public final class Rehearsal {

    /** System property, "true" where customers start the program: the start scripts set it. */
    private static final String PROPERTY = "beistand.rehearse";

    private static final Logger LOG = Logger.getLogger(Rehearsal.class.getName());

    /** Enough for Java's first compiler in everything that a frame runs once, and for its last in what runs for each pixel. */
    private static final int PICTURES = 4_000;

    private static final int FRAMES = 2_000;

    /** Of a large piece of a picture. What Java's last compiler makes of the cipher is twenty times as fast. */
    private static final int LARGE = 64 << 10;

    private static final int LARGE_FRAMES = 100;

    private static final int AGREEMENTS = 12;
    private static final Duration AT_MOST = Duration.ofSeconds(8);
    private static final int PATIENCE_SECONDS = 5;

    private final SecureRandom random = new SecureRandom();
    private final PhotoCoders photos;
    private final Clock clock;
    private final Semaphore arrived = new Semaphore(0);
    private final long deadline = System.nanoTime() + AT_MOST.toNanos();

    private Rehearsal(PhotoCoders photos, Clock clock) {
        this.photos = photos;
        this.clock = clock;
    }

    /** Begins on a thread of its own, where it is wanted. */
    static void begin(HttpClient http, PhotoCoders photos, Clock clock) {
        if (!Boolean.getBoolean(PROPERTY)) {
            return;
        }
        Thread.ofPlatform()
                .daemon()
                .name("rehearsal")
                .priority(Thread.MIN_PRIORITY)
                .start(() -> {
                    try {
                        new Rehearsal(photos, clock).play(http);
                    } catch (IOException | RuntimeException failed) {
                        LOG.log(Level.INFO, "no rehearsal", failed);
                    } catch (InterruptedException ended) {
                        LOG.fine("the rehearsal was interrupted");
                    }
                });
    }

    /** All of it, on this thread. */
    public static void play() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            new Rehearsal(PhotoCoders.NONE, Clock.systemUTC()).play(http);
        }
    }

    private record Ends(Sealed applet, Sealed technician) {}

    private void play(HttpClient http) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Ends ends = agree();
        for (int count = 1; count < AGREEMENTS; count++) {
            ends = agree();
        }
        PictureRehearsal.play(
                photos, PICTURES, deadline - AT_MOST.toNanos() / 2); // talking is to have its time as well
        sealLarge(agree().applet().sealer());
        talk(http, ends);
        System.gc(); // what was made up is garbage, and the heap is to be small again before the session
        LOG.log(Level.INFO, "rehearsed for {0} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    private Ends agree() {
        String session = UUID.randomUUID().toString();
        String subject = UUID.randomUUID().toString();
        AppletAgreement applet = new AppletAgreement(SealKeyPair.generate(), new Pairings(), session, subject, random);
        TechnicianAgreement technician =
                new TechnicianAgreement(SealKeyPair.generate(), new Pairings(), session, subject, random);
        AppletAgreement.Granted granted = applet.grant(technician.share(applet.commit()));
        TechnicianAgreement.Done done = technician.done(granted.grant());
        applet.done(done.done());
        return new Ends(granted.sealed(), done.sealed());
    }

    private void sealLarge(FrameSealer sealer) {
        ByteBuffer piece = ByteBuffer.allocate(LARGE);
        for (int count = 1; count <= LARGE_FRAMES && System.nanoTime() < deadline; count++) {
            sealer.seal(new FrameHeader(MessageType.SCREEN_PICTURE, 0, 1, 0, count, 0), piece.rewind());
        }
    }

    private void talk(HttpClient http, Ends ends) throws IOException, InterruptedException {
        try (EchoRelay relay = new EchoRelay()) {
            RelayConnection connection = RelayConnection.open(http, relay.uri(), clock, new RelayConnection.Events() {
                @Override
                public void frame(Frame frame, Runnable done) {
                    understand(ends.technician().opener().open(frame));
                    done.run();
                    arrived.release();
                }

                @Override
                public void closed(int code) {
                    LOG.fine("the rehearsal's connection is closed");
                }
            });
            connection.seal(1, ends.applet().sealer());
            for (int round = 0; round < FRAMES && System.nanoTime() < deadline; round++) {
                connection.sendTo(1, MessageType.KEY_PRESS, key(round));
                if (!arrived.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IOException("no echo");
                }
            }
            connection.abort();
        }
    }

    private static KeyPress key(int number) {
        return KeyPress.newBuilder()
                .setOrder(InputOrder.newBuilder()
                        .setStream(1L << 50)
                        .setNumber(number)
                        .setSettled(number))
                .setCode("KeyA")
                .setKey("a")
                .setPressed(true)
                .build();
    }

    private static void understand(Frame frame) {
        try {
            LOG.finest(KeyPress.parseFrom(frame.payload()).getCode());
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalStateException("made here", impossible);
        }
    }
}
