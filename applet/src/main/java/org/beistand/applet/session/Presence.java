package org.beistand.applet.session;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which technicians are here, and which have only lost their connection and may come back. Consent lives as long as
 * somebody is in one of the two. One thread at a time.
 */
final class Presence {

    private final Map<Integer, Technician> here = new LinkedHashMap<>();
    private final Set<String> awaited = new HashSet<>();

    void joined(Technician technician) {
        here.values().removeIf(known -> known.subject().equals(technician.subject()));
        here.put(technician.participant(), technician);
        awaited.remove(technician.subject());
    }

    /** @return who left; empty for a number that nobody has */
    Optional<Technician> left(int participant, boolean forGood) {
        Technician gone = here.remove(participant);
        if (gone != null && !forGood) {
            awaited.add(gone.subject());
        }
        return Optional.ofNullable(gone);
    }

    /** Our own connection broke: everybody may come back with it. */
    void connectionLost() {
        here.values().forEach(technician -> awaited.add(technician.subject()));
        here.clear();
    }

    /** Those who lost their connection have not come back in time. */
    void stopAwaiting() {
        awaited.clear();
    }

    /** Whether nobody is here or expected back. */
    boolean isDeserted() {
        return here.isEmpty() && awaited.isEmpty();
    }

    Optional<Technician> technician(int participant) {
        return Optional.ofNullable(here.get(participant));
    }

    /** @param subject the same for every reconnection */
    Optional<Technician> technician(String subject) {
        return here.values().stream()
                .filter(known -> known.subject().equals(subject))
                .findFirst();
    }

    List<Technician> here() {
        return List.copyOf(here.values());
    }
}
