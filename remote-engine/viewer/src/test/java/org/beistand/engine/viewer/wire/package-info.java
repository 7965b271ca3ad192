/** Writes the viewer's wire codec from the protobuf descriptors. Runs in tests only; what it writes is committed. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.viewer.wire;
