package org.beistand.helpdesk.identity.boundary;

/** The database is migrated and the first company exists. Fired once in each process, on the deploying thread, outside of any transaction. */
public record HelpdeskStarted() {}
