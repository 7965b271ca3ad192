/** Pixels to picture payload and back. Knows neither screens nor sockets. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.protocol.picture;
