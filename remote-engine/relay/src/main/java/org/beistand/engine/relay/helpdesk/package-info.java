/** The relay's talk with the helpdesk: registration, heartbeat, events from a spool. Never waits for it elsewhere. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.relay.helpdesk;
