package org.beistand.integration;

import org.apache.camel.builder.RouteBuilder;

/** Route {@code keep-journal}: appends each letter to the day's journal file. */
final class KeepJournal extends RouteBuilder {

    private final Journal journal;

    KeepJournal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void configure() {
        from(Destination.JOURNAL.endpoint())
                .routeId("keep-journal")
                .process(exchange -> journal.append(exchange.getIn().getMandatoryBody(Letter.class)));
    }
}
