package org.beistand.helpdesk.outbox.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All destinations there are, always in the same order: lanes are locked in it. */
@ApplicationScoped
public class Destinations {

    private final List<OutboxDestination> all;

    /** For the container's proxy. */
    protected Destinations() {
        this(List.of());
    }

    @Inject
    Destinations(@Any Instance<OutboxDestination> beans) {
        this(beans.stream().toList());
    }

    public Destinations(List<OutboxDestination> all) {
        this.all = all.stream()
                .sorted(Comparator.comparing(OutboxDestination::name))
                .toList();
    }

    public List<OutboxDestination> all() {
        return all;
    }

    public Optional<OutboxDestination> named(String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
