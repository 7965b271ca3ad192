package org.beistand.integration;

/** Where letters can go. */
public enum Destination {
    /** A file of JSON lines for each day, for systems that collect files. */
    JOURNAL("direct:journal");

    private final String endpoint;

    Destination(String endpoint) {
        this.endpoint = endpoint;
    }

    String endpoint() {
        return endpoint;
    }
}
