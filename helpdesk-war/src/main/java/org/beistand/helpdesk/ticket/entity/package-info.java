/**
 * The ticket aggregate: its number, states, edits and the entries of its timeline.
 * Knows the JDK, JPA and nothing else: no database access, no Faces, no REST and no clock of its own.
 */
@org.jspecify.annotations.NullMarked
package org.beistand.helpdesk.ticket.entity;
