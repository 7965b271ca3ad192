/**
 * What is done with tickets: opening, changing, answering, searching, keeping attachments.
 * Runs inside the caller's transaction and knows neither Faces nor REST.
 */
@org.jspecify.annotations.NullMarked
package org.beistand.helpdesk.ticket.control;
