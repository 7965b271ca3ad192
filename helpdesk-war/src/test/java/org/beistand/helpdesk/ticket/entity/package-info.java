/** What a ticket allows and refuses. Needs neither container nor database. */
@org.jspecify.annotations.NullMarked
package org.beistand.helpdesk.ticket.entity;
