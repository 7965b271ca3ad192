/** What the relay does before anybody comes, so that the first frames are forwarded as quickly as all later ones. It uses the other rooms as strangers do, through a door of its own; no other room knows it. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.relay.rehearsal;
