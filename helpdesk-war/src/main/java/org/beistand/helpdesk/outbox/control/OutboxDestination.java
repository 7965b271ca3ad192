package org.beistand.helpdesk.outbox.control;

import java.util.List;
import java.util.function.Supplier;
import org.beistand.helpdesk.outbox.entity.OutboxEvent;
import org.beistand.helpdesk.platform.event.DomainEvent;
import org.beistand.integration.Outcome;

/** Another system that is to hear of events; each bean of this type is one. */
public interface OutboxDestination {

    /** Stable, stored with every delivery, e.g. {@code servicenow}. */
    String name();

    /** How many deliveries one company has on their way at a time, on each node. */
    int parallel();

    /**
     * Whether the current company wants this event told. Called once for each event, in its transaction, so it must be
     * quick and must not fail.
     */
    boolean wants(DomainEvent event);

    /**
     * Tells it. Called on a worker's thread, for the current company, outside of any transaction; never for two events
     * of one ticket at a time, and for those in order. May take its time, and what it throws counts as a temporary
     * failure.
     *
     * @param repeat whether an earlier attempt may have had its effect
     */
    Outcome deliver(OutboxEvent event, boolean repeat);

    /**
     * Nobody will try this one again unless an administrator replays it. Called in the transaction that parks it, which
     * also writes an internal note; must be quick.
     *
     * @param reason why, in the destination's own words
     */
    default void gaveUp(OutboxEvent event, String reason) {}

    /**
     * Whether that event may be made ready together with the one before it in its lane, before it is known what became of
     * that one: false where its content depends on it, or is large. Called in a transaction, for the current company.
     */
    default boolean mayFollow(OutboxEvent event) {
        return false;
    }

    /**
     * Makes several events of one ticket ready, so that what they need can be read at once. Called as {@link #deliver}.
     *
     * @return for each, in order, what delivers it; those behind one that did not get through are not run
     */
    default List<Supplier<Outcome>> ready(List<Letters.Job> jobs) {
        return jobs.stream()
                .<Supplier<Outcome>>map(job -> () -> deliver(job.event(), job.repeat()))
                .toList();
    }
}
