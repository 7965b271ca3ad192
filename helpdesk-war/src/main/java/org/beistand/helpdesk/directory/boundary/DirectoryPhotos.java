package org.beistand.helpdesk.directory.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.directory.control.DirectoryPeople;
import org.beistand.helpdesk.directory.entity.DirectoryPerson;
import org.beistand.helpdesk.directory.entity.DirectoryPerson.Presence;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.outbox.boundary.Transactions;
import org.beistand.integration.directory.DirectoryAccess;

/** Pictures of technicians. Asked for only when the entry over there changed since the last time, and not in the bulk. */
@ApplicationScoped
public class DirectoryPhotos {

    /** Active Directory's own limit. */
    static final int LARGEST = 100 * 1024;

    private static final int TOGETHER = 50;

    @Inject
    DirectoryPeople people;

    @Inject
    RunningRoutes routes;

    @Inject
    Transactions transactions;

    /** Fetches what may be new. What fails is tried again by the next run. */
    void fetch(DirectoryAccess access) {
        List<UUID> stale = transactions.of(() -> people.people().stream()
                .filter(person -> person.presence() == Presence.HERE && person.mayHaveNewPhoto())
                .map(DirectoryPerson::objectGuid)
                .toList());
        for (int from = 0; from < stale.size(); from += TOGETHER) {
            List<UUID> some = stale.subList(from, Math.min(stale.size(), from + TOGETHER));
            var fetched = routes.get().directory().photos(access, some);
            if (fetched.isEmpty()) {
                return;
            }
            var photos = fetched.get();
            transactions.of(() -> {
                people.people().stream()
                        .filter(person -> some.contains(person.objectGuid()))
                        .forEach(person -> person.picture(Optional.ofNullable(photos.get(person.objectGuid()))
                                .filter(DirectoryPhotos::isPicture)));
                return some.size();
            });
        }
    }

    /** What a browser will show; anything else in that attribute is not handed on. */
    static boolean isPicture(byte[] bytes) {
        return bytes.length <= LARGEST && mediaType(bytes).isPresent();
    }

    /** By its first bytes. */
    static Optional<String> mediaType(byte[] bytes) {
        if (bytes.length > 3 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8) {
            return Optional.of("image/jpeg");
        }
        boolean png = bytes.length > 8 && (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N';
        return png ? Optional.of("image/png") : Optional.empty();
    }

    /** The picture of an account's person. */
    public Optional<byte[]> of(UUID account) {
        return transactions.of(() -> people.ofAccount(account).flatMap(DirectoryPerson::photo));
    }
}
