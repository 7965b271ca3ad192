/** Tries the spool on a real disk. Needs no helpdesk. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.relay.helpdesk;
