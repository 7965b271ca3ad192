/** Proves the wire definition by vectors, properties and hostile bytes. Opens no socket. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.protocol;
