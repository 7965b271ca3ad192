/** Knocks at the ticket room's doors on the built application, politely and otherwise. */
@org.jspecify.annotations.NullMarked
package org.beistand.helpdesk.ticket.boundary;
