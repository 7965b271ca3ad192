/**
 * The ticket: the centre of the helpdesk, from which sessions start and into which everything that happened flows back.
 * Other rooms contribute to a ticket through {@code control}; none of them reads or writes its tables.
 */
@org.jspecify.annotations.NullMarked
package org.beistand.helpdesk.ticket;
