package org.beistand.engine.relay.helpdesk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.RelayAdmission;
import org.beistand.engine.protocol.contract.RelayEvent;
import org.beistand.engine.protocol.contract.RelayEvents;
import org.beistand.engine.protocol.contract.RelayLoad;
import org.beistand.engine.protocol.contract.RelayOrders;
import org.beistand.engine.protocol.contract.RelayRegistration;
import org.beistand.engine.relay.admission.Admission;
import org.beistand.engine.relay.recording.Tapes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The relay's life with its helpdesk: registers, beats, obeys, and reports what happened, in threads of their own.
 * While the helpdesk is away, sessions go on with the keys learnt before, and events wait in the spool.
 */
public final class HelpdeskLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HelpdeskLink.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final long FLUSH_MILLIS = 2_000;

    /** How often it is asked whether a beat is due. */
    private static final Duration PULSE = Duration.ofSeconds(1);

    private final HelpdeskClient client;
    private final EventSpool spool;
    private final TapeDelivery tapes;
    private final Clock clock;
    private final Admission admission;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Duration heartbeat = Duration.ofSeconds(5);
    private boolean registered; // by the heartbeat's thread only, like the next one
    private long beaten = System.nanoTime();
    private volatile Optional<Terms> terms = Optional.empty();

    /**
     * @param helpdesk base URL
     * @param secret shared with the helpdesk
     * @param folder of the spool
     * @param admission learns keys and origins
     * @param tapes to be delivered
     * @param eventLost told for each event that the full spool lost
     * @throws IOException when the spool's folder cannot be written
     */
    public HelpdeskLink(
            URI helpdesk, String secret, Path folder, Clock clock, Admission admission, Tapes tapes, Runnable eventLost)
            throws IOException {
        this.client = new HelpdeskClient(helpdesk, secret);
        this.spool = new EventSpool(folder, eventLost);
        this.tapes = new TapeDelivery(tapes, client);
        this.clock = clock;
        this.admission = admission;
    }

    /**
     * What the helpdesk hears and says.
     *
     * @param self how the relay introduces itself
     * @param load what a heartbeat reports
     * @param unsettled while this holds every pulse is a beat: when two ends look for each other, one of them may have been
     *     sent to another relay, and the other waits here until the helpdesk has said so
     * @param obedience does what the helpdesk orders
     */
    public record Terms(
            RelayRegistration self,
            Supplier<RelayLoad> load,
            BooleanSupplier unsettled,
            Consumer<RelayOrders> obedience) {}

    /** Begins to talk, as this relay. */
    public void start(Terms self) {
        terms = Optional.of(self);
        Thread.ofVirtual().name("helpdesk-heartbeat").start(() -> loop(this::beat, self));
        Thread.ofVirtual().name("helpdesk-events").start(() -> loop(this::deliver, self));
        Thread.ofVirtual().name("helpdesk-tapes").start(() -> loop(this::deliverTapes, self));
    }

    /** Keeps an event for the helpdesk. Does not wait for it. */
    public void report(
            UUID sessionId, RelayEvent.Kind kind, Optional<UUID> subject, Optional<Role> role, Status status) {
        spool.add(new RelayEvent(
                UUID.randomUUID(), sessionId, kind, subject.orElse(null), role.orElse(null), clock.instant(), status));
    }

    /** Events that wait. */
    public int waitingEvents() {
        return spool.size();
    }

    /** One turn of a loop: says how long to pause before the next. */
    private interface Turn {
        Duration take(Terms terms) throws IOException, InterruptedException;
    }

    private void loop(Turn turn, Terms agreed) {
        BackOff backOff = new BackOff(FIRST_PAUSE, new SecureRandom());
        boolean failing = false;
        while (stopping.getCount() > 0) {
            Duration pause;
            try {
                pause = turn.take(agreed);
                backOff.reset();
                if (failing) {
                    LOG.info("helpdesk answers again");
                }
                failing = false;
            } catch (IOException | RuntimeException away) {
                pause = backOff.pause();
                if (!failing) {
                    LOG.warn("helpdesk does not answer reason=\"{}\"", away.toString());
                }
                failing = true;
            } catch (InterruptedException stopped) {
                return;
            }
            if (isStoppedWithin(pause)) {
                return;
            }
        }
    }

    private boolean isStoppedWithin(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            return true;
        }
    }

    /** The pulse next to the time counts: none comes to the nanosecond. */
    private boolean isBeatDue(Terms agreed) {
        long since = System.nanoTime() - beaten;
        return since >= heartbeat.minus(PULSE.dividedBy(2)).toNanos()
                || agreed.unsettled().getAsBoolean();
    }

    private Duration beat(Terms agreed) throws IOException, InterruptedException {
        if (!registered) {
            RelayAdmission admitted = client.register(agreed.self());
            admission.learn(admitted.grantIssuer(), admitted.keys(), admitted.allowedOrigins());
            heartbeat = Duration.ofSeconds(Math.clamp(admitted.heartbeatSeconds(), 1, 60));
            registered = true;
            LOG.info(
                    "registered relay={} url={} heartbeat={} keys={}",
                    agreed.self().relayId(),
                    agreed.self().url(),
                    heartbeat,
                    admitted.keys().keys().size());
        } else if (!isBeatDue(agreed)) {
            return PULSE;
        }
        Optional<RelayOrders> orders =
                client.heartbeat(agreed.self().relayId(), agreed.load().get());
        if (orders.isEmpty()) {
            registered = false;
            return FIRST_PAUSE;
        }
        admission.refresh(orders.get().keys(), orders.get().allowedOrigins());
        beaten = System.nanoTime();
        agreed.obedience().accept(orders.get());
        return PULSE;
    }

    private Duration deliver(Terms agreed) throws IOException, InterruptedException {
        spool.awaitEvents(heartbeat.toMillis());
        List<RelayEvent> batch = spool.oldest(RelayEvents.MOST);
        if (!batch.isEmpty() && admission.isReady()) {
            deliver(agreed.self().relayId(), batch);
        }
        return admission.isReady() ? Duration.ZERO : FIRST_PAUSE;
    }

    private Duration deliverTapes(Terms agreed) throws IOException, InterruptedException {
        return admission.isReady() ? tapes.turn(agreed.self().relayId()) : FIRST_PAUSE;
    }

    private void deliver(String relayId, List<RelayEvent> batch) throws IOException, InterruptedException {
        try {
            client.deliver(relayId, new RelayEvents(batch));
            spool.delivered(batch);
        } catch (HelpdeskClient.Unexpected refused) {
            if (!refused.isPermanent()) {
                throw refused;
            }
            if (batch.size() > 1) { // find the one that is not taken
                deliver(relayId, batch.subList(0, batch.size() / 2));
                deliver(relayId, batch.subList(batch.size() / 2, batch.size()));
            } else {
                LOG.error(
                        "helpdesk never takes this event eventId={}",
                        batch.get(0).eventId());
                spool.delivered(batch);
            }
        }
    }

    /** Reports the load out of turn, and obeys what is answered. Waits for the helpdesk, but not long. */
    public void beatNow() {
        Thread beat = Thread.ofVirtual().name("helpdesk-beat").start(() -> {
            try {
                if (terms.isPresent() && admission.isReady()) {
                    Terms agreed = terms.get();
                    client.heartbeat(agreed.self().relayId(), agreed.load().get())
                            .ifPresent(agreed.obedience());
                }
            } catch (IOException | InterruptedException away) {
                LOG.warn("helpdesk did not hear the report reason=\"{}\"", away.toString());
            }
        });
        try {
            beat.join(Duration.ofMillis(FLUSH_MILLIS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the loops, says a last word to the helpdesk if it listens, and keeps on disk what it did not take. */
    @Override
    public void close() {
        stopping.countDown();
        Thread last = Thread.ofVirtual().name("helpdesk-farewell").start(this::farewell);
        try {
            last.join(Duration.ofMillis(FLUSH_MILLIS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        client.close();
        spool.close();
    }

    private void farewell() {
        try {
            if (terms.isPresent() && admission.isReady()) {
                String relayId = terms.get().self().relayId();
                client.heartbeat(relayId, terms.get().load().get());
                List<RelayEvent> batch = spool.oldest(RelayEvents.MOST);
                if (!batch.isEmpty()) {
                    deliver(relayId, batch);
                }
                tapes.turn(relayId);
            }
        } catch (IOException | InterruptedException away) {
            LOG.warn("helpdesk did not hear the farewell reason=\"{}\"", away.toString());
        }
    }
}
