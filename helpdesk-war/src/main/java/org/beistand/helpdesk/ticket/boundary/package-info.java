/**
 * The ticket's doors: the desk's pages and the REST resources, and the transactions around each use case.
 * Holds no rule about tickets; those are in entity and control.
 */
@org.jspecify.annotations.NullMarked
package org.beistand.helpdesk.ticket.boundary;
