package org.beistand.helpdesk.outbox.boundary;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import org.beistand.helpdesk.outbox.control.OutboxDestination;
import org.beistand.helpdesk.outbox.entity.OutboxEvent;
import org.beistand.helpdesk.platform.event.DomainEvent;
import org.beistand.integration.Outcome;

/** A destination that remembers what it was told. */
final class Listener implements OutboxDestination {

    final Queue<OutboxEvent> heard = new ConcurrentLinkedQueue<>();
    boolean together;
    private final String name;
    private final BiFunction<OutboxEvent, Boolean, Outcome> answer;

    Listener(String name, BiFunction<OutboxEvent, Boolean, Outcome> answer) {
        this.name = name;
        this.answer = answer;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int parallel() {
        return 4;
    }

    @Override
    public boolean wants(DomainEvent event) {
        return true;
    }

    @Override
    public boolean mayFollow(OutboxEvent event) {
        return together;
    }

    @Override
    public Outcome deliver(OutboxEvent event, boolean repeat) {
        heard.add(event);
        return answer.apply(event, repeat);
    }

    List<String> notesOf(UUID ticket) {
        return heard.stream()
                .filter(event -> event.ticketId().equals(Optional.of(ticket)))
                .map(OutboxEvent::payload)
                .filter(payload -> payload.contains("internalText"))
                .map(payload -> payload.replaceAll(".*\"internalText\":\"([^\"]*)\".*", "$1"))
                .toList();
    }
}
