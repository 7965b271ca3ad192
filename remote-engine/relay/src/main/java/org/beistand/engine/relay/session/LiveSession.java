package org.beistand.engine.relay.session;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.grant.SessionGrant;
import org.beistand.engine.wire.control.End;
import org.beistand.engine.wire.control.RecordingKeys;

/**
 * One support session at this relay: it begins with the first participant who comes with a grant, knows at most one
 * applet and a few technicians, outlives broken connections for a grace, and ends once, for everybody, by either side,
 * by the helpdesk's order, by its latest end, or when its applet stays away.
 *
 * <p>Everything here is guarded by one lock; peers are only written to ({@link Peer#add}) under it and flushed after.
 */
final class LiveSession {

    /** Technicians in one session: enough for any handover, few enough to bound the session's memory. */
    static final int MOST_TECHNICIANS = 8;

    private final UUID id;
    private final String company;
    private final Clock clock;
    private final int maxInFlightBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Attendance present = new Attendance();
    private Instant latestEnd;
    private Instant incompleteSince;
    private volatile Instant unsettledSince;
    private boolean appletWasHere;
    private boolean over;

    LiveSession(SessionGrant first, Clock clock, int maxInFlightBytes) {
        this.id = first.sessionId();
        this.company = first.company();
        this.clock = clock;
        this.maxInFlightBytes = maxInFlightBytes;
        this.latestEnd = first.sessionEnd();
        this.incompleteSince = clock.instant();
        this.unsettledSince = incompleteSince;
    }

    /** Who has just come in, and whom that replaced. */
    record Joined(Participant participant, List<Participant> replaced) {}

    /**
     * Lets somebody in: Welcome to them, ParticipantJoined to the others, REPLACED to an older connection of the same
     * subject. Empty when the session is over or forgotten.
     *
     * @throws Refused when the grant does not fit this session
     */
    Optional<Joined> join(SessionGrant grant, List<String> features, Peer peer) {
        Joined joined;
        List<Participant> others;
        lock.lock();
        try {
            if (over) {
                return Optional.empty();
            }
            if (!company.equals(grant.company())) {
                throw new Refused(Status.GRANT_REFUSED, "the session is another company's");
            }
            List<Participant> replaced = present.replacedBy(grant);
            replaced.forEach(present::remove);
            if (grant.role() == Role.TECHNICIAN && present.count(Role.TECHNICIAN) >= MOST_TECHNICIANS) {
                throw new Refused(Status.RELAY_FULL, "too many technicians in the session");
            }
            Participant participant = new Participant(present.freeNumber(), grant, features, peer, clock);
            others = present.everybody();
            present.add(participant);
            unsettledSince = isWhole() ? Instant.EPOCH : unsettledSince;
            latestEnd = grant.sessionEnd().isAfter(latestEnd) ? grant.sessionEnd() : latestEnd;
            appletWasHere |= grant.role() == Role.APPLET;
            Announcement.welcome(id, participant, others, maxInFlightBytes).tell(List.of(participant));
            replaced.forEach(old -> Announcement.left(old, false).tell(others));
            Announcement.joined(participant).tell(others);
            joined = new Joined(participant, replaced);
        } finally {
            lock.unlock();
        }
        joined.replaced().forEach(old -> old.peer().close(Status.REPLACED, "a newer connection", List.of()));
        others.forEach(other -> other.peer().flush());
        peer.flush();
        return Optional.of(joined);
    }

    /** Takes out a participant whose connection is gone; false when it was out already. */
    boolean leave(Participant participant, boolean forGood) {
        List<Participant> others;
        lock.lock();
        try {
            if (over || !present.remove(participant)) {
                return false;
            }
            others = present.everybody();
            unsettledSince = clock.instant();
            Announcement.left(participant, forGood).tell(others);
            if (others.isEmpty() || participant.role() == Role.APPLET) {
                incompleteSince = clock.instant();
            }
        } finally {
            lock.unlock();
        }
        others.forEach(other -> other.peer().flush());
        return true;
    }

    /** Those who are to get this frame; the sender must have been checked to be allowed to send it. */
    List<Peer> receivers(Participant sender, FrameHeader header) {
        lock.lock();
        try {
            if (over || !present.isHere(sender)) {
                return List.of();
            }
            List<Peer> receivers = new ArrayList<>();
            for (Participant other : present.everybody()) {
                if (isAddressed(sender, header, other)) {
                    // First on tape: what answers a frame must not stand before it.
                    tape(sender, header, other).ifPresent(receivers::add);
                    receivers.add(other.peer());
                }
            }
            return receivers;
        } finally {
            lock.unlock();
        }
    }

    /** What records this frame between the two: a recording belongs to the technician's connection. */
    private static Optional<Peer> tape(Participant sender, FrameHeader header, Participant other) {
        Participant technician = sender.role() == Role.TECHNICIAN ? sender : other;
        return technician.tape().filter(tape -> header.type().isRecorded());
    }

    /**
     * The applet has given the keys of a technician's connection: it is recorded from now on. Without effect when one of the
     * two has gone meanwhile.
     */
    void record(Participant applet, RecordingKeys keys, Recorder recorder) {
        Optional<Participant> technician = here(keys.getParticipantId()).filter(one -> one.role() == Role.TECHNICIAN);
        if (technician.isEmpty()) {
            return;
        }
        Participant recorded = technician.get();
        Optional<Peer> tape = recorded.mayBeRecorded()
                ? recorder.record(
                        new Recorder.Order(id, recorded.number(), recorded.subject(), recorded.name(), keys),
                        () -> recordingFailed(applet, recorded))
                : Optional.empty();
        if (tape.isEmpty()) {
            recordingFailed(applet, recorded);
            return;
        }
        lock.lock();
        try {
            if (over || !present.isHere(recorded) || !present.isHere(applet)) {
                tape.get().close(Status.OK, "gone meanwhile", List.of());
            } else {
                recorded.recordOn(tape.get());
            }
        } finally {
            lock.unlock();
        }
    }

    private void recordingFailed(Participant applet, Participant recorded) {
        lock.lock();
        try {
            recorded.stopRecording();
            if (present.isHere(applet)) {
                Announcement.notRecorded(recorded.number()).tell(List.of(applet));
            }
        } finally {
            lock.unlock();
        }
        applet.peer().flush();
    }

    private Optional<Participant> here(int number) {
        lock.lock();
        try {
            return present.at(number);
        } finally {
            lock.unlock();
        }
    }

    private static boolean isAddressed(Participant sender, FrameHeader header, Participant other) {
        return switch (sender.role()) {
            case APPLET ->
                other.role() == Role.TECHNICIAN
                        && (header.participant() == FrameHeader.EVERYBODY || header.participant() == other.number())
                        && ForwardingRules.carries(other, header.type(), sender.role());
            case TECHNICIAN ->
                other.role() == Role.APPLET && ForwardingRules.carries(sender, header.type(), sender.role());
        };
    }

    /**
     * Ends the session for everybody; false when it was over already. What still waits to be sent is dropped, so that
     * even a slow end hears it at once. SESSION-FLOW 8.
     *
     * @param byParticipant number of who ended it, 0: helpdesk or relay
     */
    boolean end(Status status, int byParticipant) {
        Optional<List<Participant>> everybody = finish();
        if (everybody.isEmpty()) {
            return false;
        }
        End end = End.newBuilder()
                .setStatus(status.code())
                .setByParticipant(byParticipant)
                .build();
        for (Participant participant : everybody.get()) {
            ByteBuffer lastWord = participant.control(MessageType.END, end);
            participant.peer().close(status, "session ended", List.of(lastWord));
        }
        return true;
    }

    /** Sends everybody away, without an end; gives who was here. */
    List<Participant> moveAway() {
        List<Participant> everybody = finish().orElse(List.of());
        everybody.forEach(
                participant -> participant.peer().close(Status.RELAY_DRAINING, "goes on at another relay", List.of()));
        return everybody;
    }

    /** Nobody is here from now on; gives who was, empty when it was over already. */
    private Optional<List<Participant>> finish() {
        lock.lock();
        try {
            if (over) {
                return Optional.empty();
            }
            over = true;
            return Optional.of(present.clear());
        } finally {
            lock.unlock();
        }
    }

    /** Forgets a session in which nobody is and no applet ever was: the helpdesk keeps waiting, the relay need not. */
    boolean forgetIfEmpty(Duration grace) {
        lock.lock();
        try {
            boolean forget = !over && present.isEmpty() && !appletWasHere && isPastGrace(grace);
            over |= forget;
            return forget;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the session has reached its latest end, or its applet has been away for longer than the grace. */
    boolean isDue(Duration grace) {
        lock.lock();
        try {
            boolean appletIsAway = appletWasHere && !present.has(Role.APPLET);
            return !over && (!clock.instant().isBefore(latestEnd) || appletIsAway && isPastGrace(grace));
        } finally {
            lock.unlock();
        }
    }

    /** Whether an end is awaited: it began or somebody left, no longer ago than this, and it is not whole again. */
    boolean isUnsettled(Duration atMost) {
        return clock.instant().isBefore(unsettledSince.plus(atMost));
    }

    UUID id() {
        return id;
    }

    private boolean isWhole() {
        return present.has(Role.APPLET) && present.has(Role.TECHNICIAN);
    }

    private boolean isPastGrace(Duration grace) {
        return !clock.instant().isBefore(incompleteSince.plus(grace));
    }
}
