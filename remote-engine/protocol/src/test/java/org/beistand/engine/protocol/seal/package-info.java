/** Sealing against RFC 9180's vectors, against another implementation, and against hostile peers. Opens no socket. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.protocol.seal;
