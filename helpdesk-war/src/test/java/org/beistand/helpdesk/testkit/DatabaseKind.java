package org.beistand.helpdesk.testkit;

/** The two databases Beistand runs on. */
public enum DatabaseKind {
    H2,
    POSTGRESQL
}
