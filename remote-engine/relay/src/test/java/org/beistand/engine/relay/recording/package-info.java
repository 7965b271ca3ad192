@org.jspecify.annotations.NullMarked
package org.beistand.engine.relay.recording;
