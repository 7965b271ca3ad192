@org.jspecify.annotations.NullMarked
package org.beistand.engine.protocol.recording;
