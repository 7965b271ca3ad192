/** Tapes: what recorded connections were sent, in files, until the helpdesk has them. Reads no payload. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.relay.recording;
