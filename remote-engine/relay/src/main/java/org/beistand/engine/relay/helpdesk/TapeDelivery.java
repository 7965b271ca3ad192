package org.beistand.engine.relay.helpdesk;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.relay.recording.SpooledTape;
import org.beistand.engine.relay.recording.Tapes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings tapes to the helpdesk while they grow, so that little is missing when this machine burns down. The helpdesk says
 * how much it has, and each piece begins there: what comes twice changes nothing. Safe for use by many threads.
 */
final class TapeDelivery {

    /** A growing tape goes in pieces worth a request, or when it has rested for so many turns. */
    private static final int WORTH_A_REQUEST = 256 << 10;

    private static final int TURNS_AT_REST = 5;
    /** On a line that does not get more through in the time of a request. */
    private static final int SMALLEST_PIECE = 16 << 10;

    /** A tape that cannot be delivered while others can is left alone for twice as many turns each time, so many at most. */
    private static final int MOST_TURNS_OFF = 64;

    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(TapeDelivery.class);

    /** Of one tape: what the helpdesk has, and how it went. */
    private static final class Progress {
        private boolean announced;
        private long kept;
        private int turnsWaited;
        private int piece = Limits.TAPE_PIECE_BYTES;
        private int turnsOff;
        private int turnsOffNext = 1;

        private boolean isOff() {
            return turnsOff > 0 && turnsOff-- > 0;
        }

        private void leaveAlone() {
            turnsOff = turnsOffNext;
            turnsOffNext = Math.min(2 * turnsOffNext, MOST_TURNS_OFF);
        }

        private void tookTooLong() {
            piece = Math.max(piece / 2, SMALLEST_PIECE);
        }

        private void went() {
            turnsOffNext = 1;
        }
    }

    private final Tapes tapes;
    private final HelpdeskClient client;
    private final Map<UUID, Progress> known = new HashMap<>();

    TapeDelivery(Tapes tapes, HelpdeskClient client) {
        this.tapes = tapes;
        this.client = client;
    }

    /**
     * Delivers what there is, a piece of each tape at a time. One that cannot be delivered now waits; the others do not.
     *
     * @return how long to pause
     * @throws IOException when the helpdesk is away, or none could be delivered
     */
    synchronized Duration turn(String relayId) throws IOException, InterruptedException {
        List<SpooledTape> spooled = tapes.spooled();
        known.keySet()
                .retainAll(spooled.stream()
                        .map(tape -> tape.announcement().tapeId())
                        .collect(Collectors.toSet()));
        Map<Progress, IOException> failures = new HashMap<>();
        boolean went = false;
        boolean more = false;
        for (SpooledTape tape : spooled) {
            Progress progress = known.computeIfAbsent(tape.announcement().tapeId(), id -> new Progress());
            if (progress.isOff() || !isDue(tape, progress)) {
                continue;
            }
            try {
                more |= deliver(relayId, tape, progress);
                progress.went();
                went = true;
            } catch (ConnectException | HttpConnectTimeoutException away) {
                throw away; // it is so for all of them
            } catch (IOException failed) {
                failures.put(progress, failed);
                if (failed instanceof HttpTimeoutException) {
                    progress.tookTooLong();
                }
                LOG.warn(
                        "tape not delivered tape={} reason=\"{}\"",
                        tape.announcement().tapeId(),
                        failed.toString());
            }
        }
        if (!went && !failures.isEmpty()) {
            throw failures.values().iterator().next();
        }
        failures.keySet().forEach(Progress::leaveAlone);
        return more ? Duration.ZERO : TURN;
    }

    /** @return whether more of it waits */
    private boolean deliver(String relayId, SpooledTape tape, Progress progress)
            throws IOException, InterruptedException {
        if (!progress.announced) {
            if (!client.announce(relayId, tape.announcement())) {
                drop(tape);
                return false;
            }
            progress.announced = true;
        }
        byte[] piece = tape.read(progress.kept, progress.piece);
        boolean last = tape.isWhole() && progress.kept + piece.length == tape.bytes();
        Optional<Long> kept = client.append(
                relayId, tape.announcement().tapeId(), new HelpdeskClient.Piece(progress.kept, last, piece));
        if (kept.isEmpty()) {
            drop(tape);
            return false;
        }
        boolean onwards = kept.get() > progress.kept;
        progress.kept = Math.clamp(kept.get(), 0, tape.bytes());
        progress.turnsWaited = 0;
        if (last && progress.kept == tape.bytes()) {
            tapes.remove(tape);
            return false;
        }
        return onwards && (tape.isWhole() || tape.bytes() - progress.kept >= WORTH_A_REQUEST);
    }

    private static boolean isDue(SpooledTape tape, Progress progress) {
        long waiting = tape.bytes() - progress.kept;
        progress.turnsWaited++;
        return tape.isWhole()
                || !progress.announced
                || waiting >= WORTH_A_REQUEST
                || (waiting > 0 && progress.turnsWaited >= TURNS_AT_REST);
    }

    private void drop(SpooledTape tape) {
        LOG.warn(
                "the helpdesk does not want this recording tape={} session={}",
                tape.announcement().tapeId(),
                tape.announcement().sessionId());
        tapes.remove(tape);
    }
}
