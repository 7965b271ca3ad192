package org.beistand.engine.relay.helpdesk;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(TapeDelivery.class);

    /** Of one tape: what the helpdesk has. */
    private static final class Progress {
        private boolean announced;
        private long kept;
        private int turnsWaited;
    }

    private final Tapes tapes;
    private final HelpdeskClient client;
    private final Map<UUID, Progress> known = new HashMap<>();

    TapeDelivery(Tapes tapes, HelpdeskClient client) {
        this.tapes = tapes;
        this.client = client;
    }

    /**
     * Delivers what there is, a piece of each tape at a time. One that the helpdesk cannot take now waits; the others do
     * not.
     *
     * @return how long to pause
     * @throws IOException when the helpdesk is away, or could not take one of them
     */
    synchronized Duration turn(String relayId) throws IOException, InterruptedException {
        List<SpooledTape> spooled = tapes.spooled();
        known.keySet()
                .retainAll(spooled.stream()
                        .map(tape -> tape.announcement().tapeId())
                        .collect(Collectors.toSet()));
        Set<IOException> failures = new HashSet<>();
        boolean more = false;
        for (SpooledTape tape : spooled) {
            try {
                more |= deliver(relayId, tape);
            } catch (HelpdeskClient.Unexpected refused) {
                failures.add(refused);
            }
        }
        Optional<IOException> failure = failures.stream().findFirst();
        if (failure.isPresent()) {
            throw failure.get();
        }
        return more ? Duration.ZERO : TURN;
    }

    /** @return whether more of it waits */
    private boolean deliver(String relayId, SpooledTape tape) throws IOException, InterruptedException {
        Progress progress = known.computeIfAbsent(tape.announcement().tapeId(), id -> new Progress());
        if (!isDue(tape, progress)) {
            return false;
        }
        if (!progress.announced) {
            if (!client.announce(relayId, tape.announcement())) {
                drop(tape);
                return false;
            }
            progress.announced = true;
        }
        byte[] piece = tape.read(progress.kept, Limits.TAPE_PIECE_BYTES);
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
