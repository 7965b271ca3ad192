/** Living sessions: who is in them, who hears what. Knows no sockets (a {@code Peer} is one end) and no helpdesk. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.relay.session;
