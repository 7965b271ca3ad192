package org.beistand.engine.protocol.contract;

/**
 * Answer of {@code PUT relays/{relayId}/recordings/{tapeId}}.
 *
 * @param bytes of the tape that the helpdesk has, from its beginning: the relay goes on there
 */
public record RecordingKept(long bytes) {}
