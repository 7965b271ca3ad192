package org.beistand.engine.relay.door;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.engine.protocol.Status;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.WebSocketCreator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides on each WebSocket before it opens: enough room, a known origin, a source that does not hammer. What a viewer
 * should be able to tell apart (a relay that is full or draining) is said after opening instead, in a Failure: a browser
 * hides the HTTP status of a refused WebSocket from its page.
 */
final class WebSocketDoor implements WebSocketCreator {

    private static final Logger LOG = LoggerFactory.getLogger(WebSocketDoor.class);

    /** Connections beyond the capacity that are opened only to be told so. */
    private static final int ROOM_TO_SAY_NO = 50;

    private final DoorContext door;

    WebSocketDoor(DoorContext door) {
        this.door = door;
    }

    @Override
    public @Nullable Object createWebSocket(
            ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        InetAddress source = source(request);
        Optional<Status> refusal = refusal(request, source);
        if (refusal.isPresent()) {
            door.meters().closed(refusal.get());
            LOG.warn("connection turned away status={} source={}", refusal.get(), source.getHostAddress());
            Response.writeError(request, response, callback, refusal.get().http());
            return null;
        }
        response.setExtensions(
                List.of()); // pictures are compressed already; a compressor would cost memory per connection
        return new Connection(UUID.randomUUID().toString(), source, door);
    }

    private Optional<Status> refusal(ServerUpgradeRequest request, InetAddress source) {
        if (door.connections().size() >= door.capacity() + ROOM_TO_SAY_NO) {
            return Optional.of(Status.RELAY_FULL);
        }
        if (!door.admission().isReady()) {
            return Optional.of(Status.RELAY_DRAINING);
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN); // null: not a browser
        if (origin != null && !door.admission().allowsOrigin(origin)) {
            return Optional.of(Status.NOT_PERMITTED);
        }
        return door.throttle().admits(source) ? Optional.empty() : Optional.of(Status.THROTTLED);
    }

    private static InetAddress source(ServerUpgradeRequest request) {
        InetSocketAddress remote =
                (InetSocketAddress) request.getConnectionMetaData().getRemoteSocketAddress();
        return PeerAddress.of(remote.getAddress(), request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR));
    }
}
