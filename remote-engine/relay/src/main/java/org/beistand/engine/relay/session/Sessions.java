package org.beistand.engine.relay.session;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.RelayEvent.Kind;
import org.beistand.engine.protocol.grant.SessionGrant;
import org.beistand.engine.wire.control.RecordingKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every session of this relay, and the only way to them. Safe for use by many threads. */
public final class Sessions {

    /** How long an ended session's id is remembered: longer than any grant for it can still be good. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final Map<UUID, LiveSession> live = new ConcurrentHashMap<>();
    private final Map<UUID, Ended> ended = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration grace;
    private final int maxInFlightBytes;
    private final SessionEvents events;
    private final Recorder recorder;

    private record Ended(Status status, Instant forgetAt) {}

    /**
     * @param clock what time it is
     * @param grace how long a session waits for an applet that was lost
     * @param maxInFlightBytes announced in Welcome
     * @param events hears joins, losses and ends
     * @param recorder makes the recordings that applets ask for
     */
    public Sessions(Clock clock, Duration grace, int maxInFlightBytes, SessionEvents events, Recorder recorder) {
        this.clock = clock;
        this.grace = grace;
        this.maxInFlightBytes = maxInFlightBytes;
        this.events = events;
        this.recorder = recorder;
    }

    /**
     * Brings a participant with an accepted grant into its session. SESSION-FLOW 4 (applet), SESSION-FLOW 5 (technician).
     *
     * @throws Refused when the session is over or does not take it
     */
    public Participant join(SessionGrant grant, List<String> features, Peer peer) {
        while (true) {
            Ended over = ended.get(grant.sessionId());
            if (over != null) {
                throw new Refused(over.status(), "the session is over");
            }
            LiveSession session =
                    live.computeIfAbsent(grant.sessionId(), id -> new LiveSession(grant, clock, maxInFlightBytes));
            Optional<LiveSession.Joined> joined = session.join(grant, features, peer);
            if (joined.isPresent()) {
                joined.get()
                        .replaced()
                        .forEach(old -> events.happened(
                                grant.sessionId(), Kind.PARTICIPANT_LEFT, Optional.of(old), Status.REPLACED));
                Participant participant = joined.get().participant();
                events.happened(grant.sessionId(), Kind.PARTICIPANT_JOINED, Optional.of(participant), Status.OK);
                return participant;
            }
            live.remove(grant.sessionId(), session);
        }
    }

    /** Takes out a participant whose connection is gone; a technician's LEFT says that it was meant. */
    public void leave(Participant participant, Status status) {
        LiveSession session = live.get(participant.sessionId());
        boolean forGood = participant.role() == Role.TECHNICIAN && status == Status.LEFT;
        if (session != null && session.leave(participant, forGood)) {
            events.happened(participant.sessionId(), Kind.PARTICIPANT_LEFT, Optional.of(participant), status);
        }
    }

    /** What became of a frame: who has it now, and whether the sender's grant let it pass. */
    public record Forwarded(List<Peer> receivers, boolean permitted) {}

    /**
     * Passes a frame on to whom it is for, stamped with its sender. Reads no payload.
     *
     * @param message the whole frame; each receiver holds it once more
     * @throws FrameRefused when the sender breaks a rule of the wire; its connection is to be closed
     */
    public Forwarded forward(Participant sender, Frame frame, Parcel message) {
        FrameHeader header = frame.header();
        sender.heard(header);
        if (!header.type().sender().includes(sender.role())) {
            throw new FrameRefused(Status.NOT_PERMITTED, sender.role() + " sends " + header.type());
        }
        if (sender.role() == Role.TECHNICIAN && header.participant() != FrameHeader.EVERYBODY) {
            throw new FrameRefused(Status.PROTOCOL_ERROR, "a technician addresses a participant");
        }
        if (sender.role() == Role.TECHNICIAN && !ForwardingRules.carries(sender, header.type(), sender.role())) {
            return new Forwarded(List.of(), false);
        }
        LiveSession session = live.get(sender.sessionId());
        List<Peer> receivers = session == null ? List.of() : session.receivers(sender, header);
        ByteBuffer bytes = message.bytes();
        bytes.putShort(bytes.position() + FrameHeader.PARTICIPANT_OFFSET, (short) sender.number());
        for (Peer receiver : receivers) {
            receiver.add(message.hold());
            receiver.flush();
        }
        return new Forwarded(receivers, true);
    }

    /** Takes note of a frame that is for the relay itself. */
    public void heard(Participant sender, FrameHeader header) {
        sender.heard(header);
    }

    /**
     * An applet hands over the keys of a technician's connection: it is to be recorded.
     *
     * @throws FrameRefused when this is no applet, or these are no keys
     */
    public void record(Participant applet, RecordingKeys keys) {
        if (applet.role() != Role.APPLET) {
            throw new FrameRefused(Status.NOT_PERMITTED, "a technician hands over keys");
        }
        if (keys.getKeyId().length() > Limits.NAME_CHARACTERS
                || keys.getEncapsulation().size() != Limits.PUBLIC_KEY_BYTES
                || keys.getSealedKeys().size() != Limits.SEALED_KEYS_BYTES) {
            throw new FrameRefused(Status.PROTOCOL_ERROR, "keys of a recording that are none");
        }
        LiveSession session = live.get(applet.sessionId());
        if (session != null) {
            session.record(applet, keys, recorder);
        }
    }

    /** One side ends the session: everybody hears it, at once. */
    public void endBy(Participant participant) {
        Status status = switch (participant.role()) {
            case APPLET -> Status.ENDED_BY_CUSTOMER;
            case TECHNICIAN -> Status.ENDED_BY_TECHNICIAN;
        };
        end(participant.sessionId(), status, Optional.of(participant));
    }

    /** The helpdesk ends a session, also one that nobody has connected to yet. */
    public void endByHelpdesk(UUID sessionId, Status status) {
        end(sessionId, status, Optional.empty());
    }

    /**
     * The session goes on at another relay: whoever is here is sent there, and nothing is left of it here. It may come back.
     */
    public void moveAway(UUID sessionId) {
        LiveSession session = live.remove(sessionId);
        if (session == null) {
            return;
        }
        List<Participant> gone = session.moveAway();
        LOG.info("session moves session={} participants={}", sessionId, gone.size());
        gone.forEach(participant ->
                events.happened(sessionId, Kind.PARTICIPANT_LEFT, Optional.of(participant), Status.RELAY_DRAINING));
    }

    /** Ids of the sessions at this relay. */
    public Set<UUID> ids() {
        return Set.copyOf(live.keySet());
    }

    /** Whether the session is at this relay. */
    public boolean has(UUID sessionId) {
        return live.containsKey(sessionId);
    }

    private void end(UUID sessionId, Status status, Optional<Participant> by) {
        ended.putIfAbsent(sessionId, new Ended(status, clock.instant().plus(REMEMBERED)));
        LiveSession session = live.remove(sessionId);
        if (session != null && session.end(status, by.map(Participant::number).orElse(0))) {
            LOG.info("session ended session={} status={}", sessionId, status);
            events.happened(sessionId, Kind.SESSION_ENDED, by, status);
        }
    }

    /** Ends what is due and forgets what is long over. To be called every second or so. */
    public void sweep() {
        for (LiveSession session : live.values()) {
            if (session.isDue(grace)) {
                end(session.id(), Status.SESSION_EXPIRED, Optional.empty());
            } else if (session.forgetIfEmpty(grace)) {
                live.remove(session.id(), session);
            }
        }
        Instant now = clock.instant();
        ended.values().removeIf(over -> over.forgetAt().isBefore(now));
    }

    /** Whether the ends of some session are looking for each other, and have been for no longer than this. */
    public boolean isAnyUnsettled(Duration atMost) {
        return live.values().stream().anyMatch(session -> session.isUnsettled(atMost));
    }

    /** Sessions with a participant or within their grace. */
    public int count() {
        return live.size();
    }
}
