package org.beistand.helpdesk.session.boundary;

import java.util.UUID;

/**
 * A technician of the company, as somebody in the session sees them.
 *
 * @param invited may join the session
 * @param here is in it now
 * @param leads it
 */
public record ColleagueView(UUID id, String name, String department, boolean invited, boolean here, boolean leads) {}
