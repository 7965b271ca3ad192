package org.beistand.applet.session;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beistand.applet.files.FileDeparture;

/** What has become of the files that the customer offers: which have left, and who has them. Used on the files' thread. */
final class Deliveries {

    /** Who has taken a file last. */
    private final Map<UUID, String> takers = new HashMap<>();

    /** Of files that have left: they are what the customer chose, so once is enough. */
    private final Map<UUID, byte[]> digests = new HashMap<>();

    /** What has left completely, by subject and id. */
    private final Set<String> gone = new HashSet<>();

    /** @return whether all of it has left for this technician for the first time */
    boolean hasLeft(String technician, FileDeparture departure) {
        return departure.hasLeft() && gone.add(technician + departure.file().id());
    }

    /** @param technician display name */
    void taken(UUID file, String technician) {
        takers.put(file, technician);
    }

    /** Display name of who has it, the last one. */
    Optional<String> taker(UUID file) {
        return Optional.ofNullable(takers.get(file));
    }

    /** 32 bytes over all of it, once it has left. @throws IOException when it cannot be read */
    byte[] sha256(FileDeparture departure) throws IOException {
        UUID id = departure.file().id();
        byte[] known = digests.get(id);
        if (known == null) {
            known = departure.sha256();
            digests.put(id, known);
        }
        return known;
    }
}
