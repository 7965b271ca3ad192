package org.beistand.engine.relay.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.grant.SessionGrant;

/** Who is in a session now, each under the number of the connection. Guarded by the session's lock. */
final class Attendance {

    private static final int NUMBERS = 0xFFFF;

    private final Map<Integer, Participant> present = new TreeMap<>();
    private int lastNumber;

    /** Not given to anybody now, and not lately. */
    int freeNumber() {
        do {
            lastNumber = lastNumber % NUMBERS + 1;
        } while (present.containsKey(lastNumber));
        return lastNumber;
    }

    void add(Participant participant) {
        present.put(participant.number(), participant);
    }

    /** Takes somebody out, and with the connection its recordings: the keys are gone with either end. */
    boolean remove(Participant participant) {
        boolean wasHere = present.remove(participant.number(), participant);
        participant.stopRecording();
        if (participant.role() == Role.APPLET) {
            present.values().forEach(Participant::stopRecording);
        }
        return wasHere;
    }

    /** Takes everybody out. */
    List<Participant> clear() {
        List<Participant> everybody = everybody();
        everybody.forEach(this::remove);
        return everybody;
    }

    List<Participant> everybody() {
        return List.copyOf(present.values());
    }

    /** Older connections of whoever comes with this grant. A session has one applet. */
    List<Participant> replacedBy(SessionGrant grant) {
        return present.values().stream()
                .filter(old -> old.subject().equals(grant.subject())
                        || (old.role() == Role.APPLET && grant.role() == Role.APPLET))
                .toList();
    }

    Optional<Participant> at(int number) {
        return Optional.ofNullable(present.get(number));
    }

    boolean isHere(Participant participant) {
        return present.get(participant.number()) == participant;
    }

    boolean has(Role role) {
        return present.values().stream().anyMatch(participant -> participant.role() == role);
    }

    long count(Role role) {
        return present.values().stream()
                .filter(participant -> participant.role() == role)
                .count();
    }

    boolean isEmpty() {
        return present.isEmpty();
    }
}
