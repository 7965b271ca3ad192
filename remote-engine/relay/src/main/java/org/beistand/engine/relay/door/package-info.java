/** Where the network comes in: WebSocket connections with their queues, health and metrics pages. Decides no rights. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.relay.door;
