/** Runs the golden vectors of every released version of the wire. The files are also run by the viewer's tests. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.protocol.vectors;
