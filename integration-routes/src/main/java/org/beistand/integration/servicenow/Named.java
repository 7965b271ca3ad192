package org.beistand.integration.servicenow;

import java.time.Clock;
import java.util.Optional;
import org.beistand.integration.servicenow.IncidentFields.Reference;

/** Finds groups and configuration items by what people call them. */
final class Named {

    private final Believed believed;

    private record Key(ServiceNowAccess access, Reference reference, String name) {}

    Named(Clock clock) {
        this.believed = new Believed(clock);
    }

    /** The {@code sys_id} of the one record of that name; empty for none or several. */
    Optional<String> find(Instance instance, Reference reference, String name) {
        return believed.find(new Key(instance.access(), reference, name), () -> look(instance, reference, name));
    }

    static Optional<String> look(Instance instance, Reference reference, String name) {
        return switch (reference) {
            case ASSIGNMENT_GROUP -> instance.only("sys_user_group", "name", name, "^active=true");
            case CMDB_CI ->
                instance.only("cmdb_ci", "serial_number", name, "")
                        .or(() -> instance.only("cmdb_ci", "name", name, ""))
                        .or(() -> instance.only("cmdb_ci", "fqdn", name, ""));
        };
    }
}
