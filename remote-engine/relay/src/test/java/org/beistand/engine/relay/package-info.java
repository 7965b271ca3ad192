/** Tries the relay on its real Jetty with the JDK's WebSocket client. The helpdesk is a small honest double. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.relay;
