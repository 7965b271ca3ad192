package org.beistand.integration.servicenow;

import java.time.Clock;
import java.util.Optional;
import org.beistand.integration.servicenow.IncidentFields.Person;

/** Finds our people over there. */
final class People {

    private final Believed believed;

    private record Key(ServiceNowAccess access, Person person) {}

    People(Clock clock) {
        this.believed = new Believed(clock);
    }

    /** The {@code sys_id} of the one active user who is this person; empty for none or several. */
    Optional<String> find(Instance instance, Person person) {
        return believed.find(
                new Key(instance.access(), person),
                () -> by(instance, "email", person.email()).or(() -> by(instance, "user_name", person.userName())));
    }

    private static Optional<String> by(Instance instance, String column, String value) {
        return instance.only("sys_user", column, value, "^active=true");
    }
}
