package org.beistand.helpdesk.identity.boundary;

import java.util.UUID;

/** A new account; observed inside its transaction by the technician room, which knows people. */
public record AccountCreated(UUID accountId, String displayName, String department, String email) {}
