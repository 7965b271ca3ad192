/** Recordings: docs/protocol.md, "Recording". */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.protocol.recording;
