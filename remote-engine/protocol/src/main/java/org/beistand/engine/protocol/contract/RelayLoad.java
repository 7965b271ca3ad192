package org.beistand.engine.protocol.contract;

/**
 * Request of {@code POST relays/{relayId}/heartbeat}.
 *
 * @param sessions sessions with at least one connection or within their grace
 * @param connections open WebSocket connections
 * @param bytesForwarded since the relay started
 * @param draining true: give it no new sessions
 */
public record RelayLoad(int sessions, int connections, long bytesForwarded, boolean draining) {}
